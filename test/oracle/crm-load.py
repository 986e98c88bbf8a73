#!/usr/bin/python3
"""Ask crmsh what it makes of configurations: one JSON object a line in, one a line out.

In:  {"name": ..., "text": ..., "base": text that is loaded first (optional), "commit": true (optional)}
Out: {"name": ..., "ok": true or false, "messages": [...]}

crmsh runs inside this process and works on a CIB file of its own, so no cluster is needed and none is touched.
"""
import json
import logging
import os
import re
import subprocess
import sys
import tempfile

answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)  # what crmsh and its helpers print must not get between the answers

home = tempfile.TemporaryDirectory(prefix="crm-load.")
cib_file = os.path.join(home.name, "cib.xml")
os.environ.update(CIB_file=cib_file, HOME=home.name, PCMK_logfile="none", LC_ALL="C.UTF-8")
os.environ.pop("XDG_CONFIG_HOME", None)
for folder in ("/usr/lib/pacemaker", "/usr/libexec/pacemaker"):
    if os.path.isdir(folder):
        os.environ["PATH"] = folder + ":" + os.environ["PATH"]
sys.argv = ["crm"]


class Messages(logging.Handler):
    """Keeps what crmsh says. It looks its console handler up by name, so this one goes by that name."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.set_name("console")
        self.terminator = "\n"
        self.said = []

    def emit(self, record):
        try:
            text = record.getMessage()
        except Exception:  # some of crmsh's own calls have the wrong number of arguments
            text = str(record.msg)
        self.said.append({"level": record.levelname.lower(), "text": text})


messages = Messages()
logger = logging.getLogger("crmsh")
logger.handlers = [messages]
logger.setLevel(logging.INFO)
logger.propagate = False

# Only now: each module copies the handlers that it finds when it is imported.
from crmsh import cibconfig, config, idmgmt, options, ui_context, ui_root, utils  # noqa: E402

options.interactive = False
options.batch = True
options.ask_no = True
utils.can_ask = lambda: False
config.color.style = "plain"


def empty_cib():
    """The newest empty configuration of this Pacemaker. Its status section is left out: crm_verify takes an empty one
    to mean that all nodes are unclean. The quorum is there, or it would complain of that."""
    text = subprocess.run(["cibadmin", "--empty"], capture_output=True, text=True, check=True).stdout
    return re.sub(r"<status\s*/>", "", text).replace("<cib ", '<cib have-quorum="1" ', 1)


EMPTY = empty_cib()


def run(context, line):
    try:
        return bool(context.run(line))
    except SystemExit:
        return False
    except Exception as error:
        messages.said.append({"level": "error", "text": "%s: %s" % (type(error).__name__, error)})
        return False


def load(context, text):
    path = os.path.join(home.name, "input.crm")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text if text.endswith("\n") else text + "\n")
    return run(context, "load update " + path)


def judge(case):
    with open(cib_file, "w", encoding="utf-8") as file:
        file.write(EMPTY)
    cibconfig.cib_factory.reset()
    idmgmt.clear()
    context = ui_context.Context(ui_root.Root())
    ok = run(context, "configure")
    if ok and "base" in case:
        ok = load(context, case["base"])
        if not ok:
            return {"name": case["name"], "ok": False, "messages": [{"level": "error", "text": "base"}, *messages.said]}
    if ok:
        messages.said.clear()
    ok = ok and load(context, case["text"])
    if ok and case.get("commit"):
        ok = run(context, "commit")
    # crmsh repeats all but the first of crm_verify's lines as errors, its warnings too.
    errors = [one for one in messages.said if one["level"] in ("error", "critical") and "warning:" not in one["text"]]
    return {"name": case["name"], "ok": ok and not errors, "messages": list(messages.said)}


for line in sys.stdin:
    messages.said.clear()
    answers.write(json.dumps(judge(json.loads(line)), ensure_ascii=False) + "\n")
    answers.flush()
