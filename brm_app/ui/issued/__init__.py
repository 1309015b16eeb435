"""The register of issued briefings."""
