#!/usr/bin/python3
"""Asks the installed crmsh what its tab key offers at the end of a line of the configure level.

Reads one JSON object a line from standard input; for each writes one JSON array a line with the words.
  {"prefix": ..., "text": ...}   the line up to the cursor, in a cluster that this text was loaded into
What only crmsh's own tests use (words that begin with `_`) is left out, and what does not begin with the word at the cursor.
"""
import json
import os
import re
import sys

import verdicts


# Pacemaker's daemons describe the cluster's properties; crm looks for them here.
DAEMONS = ("/usr/lib/pacemaker", "/usr/libexec/pacemaker")


def main():
    out = verdicts.answers_only()
    os.environ["PATH"] = os.pathsep.join([*filter(os.path.isdir, DAEMONS), os.environ["PATH"]])
    crmsh = verdicts.Crmsh()
    from crmsh import options, ui_configure, ui_context, ui_root

    loaded = None
    for line in sys.stdin:
        if not line.strip():
            continue
        question = json.loads(line)
        if question["text"] != loaded:
            crmsh.answer({"text": question["text"]})
            loaded = question["text"]
        options.interactive = True
        context = ui_context.Context(ui_root.Root())
        context.stack.append(ui_configure.CibConfig())
        try:
            offered = context.complete(question["prefix"]) or []
        except Exception:  # some of crmsh's completers fail; then nothing is offered
            offered = []
        options.interactive = False
        typed = re.split(r"[ \t\n,]", question["prefix"])[-1]
        words = {str(word) for word in offered}
        fitting = [word for word in words if not word.startswith("_") and (word.split() or [""])[-1].startswith(typed)]
        out.write(json.dumps(sorted(fitting)) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
