"""Prints what prometheus_client reads in a textfile collector's file on standard input, as JSON."""

import json
import sys

from prometheus_client.parser import text_string_to_metric_families

json.dump(
    [
        {"name": f.name, "type": f.type, "help": f.documentation, "samples": [[s.name, s.labels, s.value] for s in f.samples]}
        for f in text_string_to_metric_families(sys.stdin.read())
    ],
    sys.stdout,
)
