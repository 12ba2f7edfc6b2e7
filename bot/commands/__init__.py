"""The `sempre` command, one file for each word of it. `bot/__main__.py` puts them together."""

from bot.problem import Problem as Problem
from bot.problem import WrongUsage as WrongUsage
