"""Where records are kept: tables, the gateway that reads and writes them, migrations and backups."""
