"""What granian serves for a journey through days to come: Naast, with every clock of the process begun at AT_MOMENT."""

import os
from datetime import datetime

import time_machine

time_machine.travel(datetime.fromisoformat(os.environ["AT_MOMENT"]), tick=True).start()

from naast.wsgi import application as application
