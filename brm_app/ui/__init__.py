"""The window: shell, pages, forms and painters over the services."""
