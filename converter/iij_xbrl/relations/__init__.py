"""Relations between figures: their language, and an evaluator with exact interval arithmetic."""

from iij_xbrl.relations.binding import bind
from iij_xbrl.relations.evaluate import Evaluation, evaluate
from iij_xbrl.relations.intervals import Interval

__all__ = ["Evaluation", "Interval", "bind", "evaluate"]
