"""The public face: its names, its flow, its README."""

import dataclasses
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import onrecord
from onrecord import errors, pipeline, records
from onrecord.positions import load_codebook
from onrecord.presentation.cli.main import COMMANDS, program
from onrecord.presentation.health import examine
from onrecord.presentation.record import Record

ROOT = Path(__file__).parents[1]


def test_the_list_of_public_names_is_true_and_sorted():
    assert list(onrecord.__all__) == sorted(onrecord.__all__)
    assert set(onrecord.__all__) == set(onrecord._HOMES)
    for name in onrecord.__all__:
        assert getattr(onrecord, name).__doc__, f"{name} has no docstring"
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = onrecord.no_such_name


def test_importing_and_asking_for_help_loads_nothing_heavy():
    code = (
        "import sys, onrecord; from onrecord.presentation.cli.main import program;"
        "program.main(['--help'], standalone_mode=False);"
        "heavy = {'spacy', 'onnxruntime', 'pyarrow', 'trafilatura', 'sqlalchemy', 'rich'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_error_stands_in_the_tree_that_is_drawn():
    tree = errors.__doc__ or ""
    leaves = [n for n, c in vars(errors).items() if inspect.isclass(c)]
    assert all(re.search(rf"\b{name}\b", tree) for name in leaves)
    assert all(issubclass(getattr(errors, n), onrecord.OnrecordError) for n in leaves)


def test_records_are_frozen_and_cannot_grow():
    kinds = [c for c in vars(records).values() if dataclasses.is_dataclass(c)]
    assert len(kinds) > 30
    for kind in kinds:
        assert kind.__dataclass_params__.frozen, kind.__name__
        assert "__slots__" in vars(kind), kind.__name__


def test_each_stage_reads_only_what_an_earlier_one_wrote():
    given = {records.Article, pipeline.Parse, pipeline.Encoding}
    given |= {pipeline.Base, pipeline.Codebook, pipeline.Gazetteer}
    known = given | {pipeline.Horizon, records.Decision}
    for stage in pipeline.FLOW:
        missing = [kind.__name__ for kind in stage.reads if kind not in known]
        assert not missing, f"{stage.name} reads {missing} before anyone wrote it"
        known |= set(stage.writes)


def test_each_stage_takes_as_many_things_as_it_reads():
    for stage in pipeline.FLOW:
        inspect.signature(stage.run).bind(*stage.reads)


def test_the_folders_are_the_rooms_of_the_flow():
    rooms = {m.name for m in pkgutil.iter_modules(onrecord.__path__) if m.ispkg}
    staged = {stage.run.__module__.split(".")[1] for stage in pipeline.FLOW} - {"pipeline"}
    assert staged <= rooms
    for room in rooms:
        assert importlib.import_module(f"onrecord.{room}").__doc__, (
            f"{room} does not say what it is"
        )


def test_every_command_is_a_function_of_the_same_name():
    elsewhere = {
        "read": onrecord.read,
        "evaluate": onrecord.evaluate_statements,
        "demo": onrecord.read,
        "watch": onrecord.watch,
        "codebook": load_codebook,  # of a file, not of a record
        "doctor": examine,  # of a machine
        "completion": program,  # for a shell
    }
    for name in COMMANDS:
        command = program.get_command(None, name)
        assert command.help, f"{name} has no help"
        parts = {name: command}
        if isinstance(command, click.Group):  # `plan list` is the function plan_list
            parts = {f"{name}_{part}": own for part, own in command.commands.items()}
        for function, part in parts.items():
            assert name in elsewhere or callable(getattr(Record, function))
            assert any("--json" in p.opts for p in part.params), f"{function} has no --json"
            assert part.help, f"{function} has no help"


def test_readme_names_every_command_and_the_two_that_set_up():
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"onrecord {name}" in readme, f"README does not mention `onrecord {name}`"
    assert "make demo" in readme
    assert "make test" in readme
    named = set(re.findall(r"`?onrecord ([a-z]+)", readme))
    assert named - set(COMMANDS) <= {"reads", "does", "is", "has", "record", "gives"}, named
