"""Lawbeat's ETL: from the web and the inbox to published marts. Never imports the dashboard."""
