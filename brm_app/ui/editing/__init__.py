"""Forms made from the descriptions of fields; generic, so they are built in code and not in Qt Designer."""
