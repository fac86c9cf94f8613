"""Open data: the tables and records for downloading, and what describes them to programs."""
