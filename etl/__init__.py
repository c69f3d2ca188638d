"""Lawbeat's ETL: from the web and the inbox to published marts. Never imports the dashboard."""

import os

# Before anything loads it: left alone, the runtime of the encoder tells its maker of each run, and
# keeps a number for this machine. Lawbeat asks its sources and tells nobody.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
