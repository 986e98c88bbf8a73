#!/usr/bin/python3
"""Asks the installed crmsh whether `configure load update` takes a text, and what comes of it.

Reads one JSON object a line from standard input; for each writes one JSON object a line. Questions:
  {"text": ...}           load this text into an empty cluster
  {"from": ..., ...}      the cluster is not empty: this is its CIB, as XML. Text may be left out
  {"validate": ..., ...}  the schema of the empty cluster; else the newest that the installed Pacemaker knows
  {"cib": true, ...}      say the CIB, too
  {"show": true, ...}     say what `configure show` prints, too
Answers:
  ok      crmsh takes the text as a whole
  errors  what it said against it
  schema  the schema takes what it made of it; null where crmsh does not take it
  lines   for each logical line {text, ok, error}; ok is null behind the line that made crmsh give up
  cib, show  where asked for; null where crmsh does not take the text

crmsh runs in this process, on a CIB file of its own in a directory that goes with the process.
"""
import atexit
import json
import logging
import os
import shutil
import sys
import tempfile

from lxml import etree

SCHEMA = "pacemaker-3.9"


def empty(schema=SCHEMA):
    return (
        '<cib validate-with="%s" admin_epoch="0" epoch="1" num_updates="0" crm_feature_set="3.16.1">'
        "<configuration><crm_config/><nodes/><resources/><constraints/></configuration></cib>" % schema
    )



class Listener(logging.Handler):
    """Keeps what crmsh logs. crmsh looks its handler up by the name `console`."""

    def __init__(self):
        super().__init__(logging.INFO)
        self._name = "console"
        self.terminator = "\n"
        self.heard = []

    def emit(self, record):
        try:
            text = record.getMessage()
        except Exception:  # some calls in crmsh pass arguments that do not fit
            text = str(record.msg)
        self.heard.append((record.levelno, text))

    def errors(self):
        """The errors since the last call."""
        heard, self.heard = self.heard, []
        return [text for level, text in heard if level >= logging.ERROR]


def answers_only():
    """Standard output for answers alone: whatever else prints, crmsh's children too, goes to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


def start_crmsh():
    """Imports crmsh with a home and a CIB file of its own."""
    home = tempfile.mkdtemp(prefix="crm-verdicts-")
    atexit.register(shutil.rmtree, home, True)
    cib = os.path.join(home, "cib.xml")
    with open(cib, "w", encoding="utf-8") as file:
        file.write(empty())
    os.environ.update(CIB_file=cib, HOME=home, PCMK_logfile="none", LC_ALL="C.UTF-8")
    os.environ.pop("XDG_CONFIG_HOME", None)
    sys.argv = ["crm"]
    listener = Listener()
    logger = logging.getLogger("crmsh")
    logger.handlers = [listener]
    logger.propagate = False
    from crmsh import cibconfig, config, idmgmt, options, parse, utils

    options.interactive = False
    options.batch = True
    utils.can_ask = lambda: False
    config.color.style = "plain"
    return listener, cibconfig, idmgmt, parse, utils


class Crmsh:
    def __init__(self):
        self.listener, self.cibconfig, self.idmgmt, self.parser, self.utils = start_crmsh()
        self.schemas = {}

    def reset(self, cib):
        factory = self.cibconfig.cib_factory
        factory.reset()
        self.idmgmt.clear()
        for parser in self.parser._parsers.values():
            parser._BINOP_RE = None  # made of the schema that came first
        factory.initialize(cib=cib)
        self.listener.errors()

    def answer(self, question):
        try:
            return self.ask(question)
        except Exception as error:  # crmsh does not start with such a CIB, or cannot show it
            died = "%s: %s" % (type(error).__name__, error)
            return {"ok": False, "errors": [died], "schema": None, "lines": [], "cib": None, "show": None}

    def ask(self, question):
        self.reset(question.get("from") or empty(question.get("validate", SCHEMA)))
        verdict = self.judge(question.get("text", ""))
        if question.get("cib"):
            cib = self.cibconfig.cib_factory.get_cib()
            verdict["cib"] = etree.tostring(cib, encoding="unicode") if verdict["ok"] else None
        if question.get("show"):
            verdict["show"] = self.cibconfig.mkset_obj().repr() if verdict["ok"] else None
        return verdict

    def judge(self, text):
        diff = self.cibconfig.CibDiff(self.cibconfig.mkset_obj())
        lines, comments, fine = [], [], True
        for line in self.utils.lines2cli(text):
            answer = {"text": line, "ok": True, "error": None}
            lines.append(answer)
            if fine is None:
                answer["ok"] = None
                continue
            try:
                node = self.parser.parse(line, comments=comments)
                bad = node is False
                if not bad and node is not None and not isinstance(node, list):
                    bad = not diff.add(node)
            except Exception as error:  # crmsh does not catch these: the load ends here
                answer.update(ok=False, error="%s: %s" % (type(error).__name__, error))
                fine = None
                continue
            errors = self.listener.errors()
            if bad:
                answer.update(ok=False, error=errors[0] if errors else "refused")
                fine = False
        said = [answer["error"] for answer in lines if answer["error"]]
        if fine:
            fine, more = self.apply(diff)
            said += more
        schema = self.fits_schema() if fine else None
        return {"ok": bool(fine), "errors": said, "schema": schema, "lines": lines}

    def apply(self, diff):
        try:
            fine = diff.apply(self.cibconfig.cib_factory, mode="cli", remove=False, method="update")
        except Exception as error:
            return False, self.listener.errors() + ["%s: %s" % (type(error).__name__, error)]
        return bool(fine), self.listener.errors()

    def fits_schema(self):
        """Whether a commit would pass: the CIB as crmsh holds it now, against the schema."""
        cib = etree.fromstring(etree.tostring(self.cibconfig.cib_factory.get_cib()))
        for element in cib.xpath("//status"):
            element.getparent().remove(element)
        name = cib.get("validate-with")
        if name not in self.schemas:
            self.schemas[name] = etree.RelaxNG(etree.parse("/usr/share/pacemaker/%s.rng" % name))
        return self.schemas[name].validate(cib)


def main():
    out = answers_only()
    crmsh = Crmsh()
    for line in sys.stdin:
        if not line.strip():
            continue
        out.write(json.dumps(crmsh.answer(json.loads(line)), ensure_ascii=False) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
