"""The composer: a briefing is put together, looked at page by page, and saved as PDF."""
