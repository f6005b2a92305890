"""Runs the steps of one topic and lists what does not hold. Takes JSON, gives JSON; the same in Pyodide and CPython."""

import contextlib
import io
import json
import traceback


def prove(steps_json):
    namespace = {"__name__": "__main__"}
    problems = []
    printed = None

    def problem(step, text):
        problems.append({"line": step["line"], "problem": text})

    for step in json.loads(steps_json):
        kind = step["kind"]
        if kind == "output":
            if printed is None:
                problem(step, "output without a block of code before it")
            elif printed.rstrip() != step["text"].rstrip():
                problem(step, "the code prints something else:\n" + printed.rstrip())
            printed = None
            continue
        out = io.StringIO()
        try:
            with contextlib.redirect_stdout(out):
                if kind == "check":
                    value = eval(step["expression"], namespace)
                    if not agrees(value, step["printed"]):
                        problem(step, f"{step['expression']} is {value!r}, the text says {step['printed']}")
                else:
                    exec(step["code"], namespace)
        except BaseException as error:
            problem(step, "".join(traceback.format_exception_only(error)).strip())
        if kind == "run":
            printed = out.getvalue()
    return json.dumps(problems)


def agrees(value, printed):
    """Whether a value, rounded to the digits that the text shows, is what the text shows."""
    if isinstance(value, (str, bool)):
        return str(value) == printed
    percent = printed.endswith("%")
    number = printed.rstrip("%").replace("\\", "").strip().replace(",", "")
    scaled = float(value) * (100 if percent else 1)
    if "e" in number:
        return abs(scaled / float(number) - 1) < 0.01
    decimals = len(number.partition(".")[2])
    return abs(scaled - float(number)) <= 0.5 * 10**-decimals * (1 + 1e-7) + 1e-12
