"""What docs/ says is what there is: every key, command, option, setting, rule and code, and none besides."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from tidings import contacts, delivery
from tidings.channels.interface import Outcome
from tidings.channels.twilio_sms import CODES
from tidings.cli import app
from tidings.contacts.safety import FIELDS
from tidings.errors import OUT_OF_REACH, REFUSED, WRONG_USE, TidingsError
from tidings.incident import Incident
from tidings.model import Channel
from tidings.people.columns import _File
from tidings.rules import Rule
from tidings.settings import PREFIX, Settings, load_settings
from tidings.vault import MAKERS

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("docs/*.md"), *ROOT.glob("*.md")]
LIST = ROOT / "config/incidents/example/affected_persons.csv"


def page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def rows(text):
    """{first cell without its backticks: the row's other cells} of all tables whose first cell is in backticks."""
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for name in re.findall(r"`([^`]+)`", cells[0]) if cells else []:
            assert name not in found, f"{name} is there twice"
            found[name] = cells[1:]
    return found


def section(text, title):
    return re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[1]


# --- status ---------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def status(tmp_path_factory, filled_workspace):
    """Of a workspace with people, holds and attempts, made without Prefect."""
    with filled_workspace(tmp_path_factory.mktemp("status") / "workspace", ROOT / "config", 120) as ws:
        return delivery.status(ws)


def keys(body, above=""):
    """Every key, nested ones with dots; rules and channels, which are data, under one name each."""
    for name, value in body.items():
        if above in ("holds", "contacts_held", "contacts_passed"):
            key = f"{above}.<rule>"
            assert name in contacts.load_rulebook(ROOT / "config").meanings
        elif above == "laws":
            key = f"{above}.<law>"
            assert (ROOT / f"config/laws/{name}.toml").is_file()
        elif above == "attempts":
            key = f"{above}.<channel>"
            assert Channel(name)
        else:
            key = f"{above}.{name}" if above else name
        yield key
        if isinstance(value, dict):
            yield from keys(value, key)


def test_every_key_of_status_is_explained_and_no_other(status):
    assert set(keys(status)) == rows(page("status.md")).keys()


def test_status_adds_up_as_its_page_says(status):
    assert status["persons"] > 100
    assert sum(status["states"].values()) == status["persons"]
    assert sum(status["holds"].values()) == status["states"]["held"] + status["states"]["undelivered"] > 0


# --- commands -------------------------------------------------------------------------------------------------------------


def commands(parent=app, above="tidings"):
    """{the whole command: its App} for everything that can be typed."""
    found = {}
    for name in parent:
        if name.startswith("-"):
            continue
        sub = parent[name]
        inner = commands(sub, f"{above} {name}")
        found |= inner
        if not inner or sub.default_command is not None:
            found[f"{above} {name}"] = sub
    return found


COMMANDS = commands()


def documented():
    """{command: its section of docs/commands.md}"""
    parts = re.split(r"^## (tidings [a-z -]+)(?: [A-Z]+)*$", page("commands.md"), flags=re.MULTILINE)[1:]
    return dict(zip([name.strip() for name in parts[::2]], parts[1::2], strict=True))


def test_every_command_is_documented_and_no_other():
    assert documented().keys() == COMMANDS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_help_and_its_line_in_the_page(command):
    assert COMMANDS[command].help
    text = documented()[command]
    options, positional = set(), []
    for argument in COMMANDS[command].assemble_argument_collection(parse_docstring=True):
        assert argument.parameter.help, argument.names
        if argument.names[0].startswith("--"):
            options.add(argument.names[0])
        else:
            positional.append(argument.names[0])
    assert f"## {' '.join([command, *positional])}\n" in page("commands.md")
    assert {name for name in rows(text) if name.startswith("--")} == options


def is_command(typed):
    """Whether this begins with a command; a word after it may be an argument."""
    return any(f"{typed} ".startswith(f"{command} ") for command in COMMANDS)


def test_no_page_names_a_command_that_does_not_exist():
    for file in [
        *PAGES,
        ROOT / "secrets.example",
        ROOT / "prefect.yaml",
        *ROOT.glob("config/**/*.toml"),
        *ROOT.glob("tidings/**/*.toml"),
    ]:
        text = file.read_text(encoding="utf-8")
        for typed in re.findall(r"(?:`|^|\$ |bin/)(tidings [a-z][a-z-]*(?: [a-z][a-z-]*)?)", text, re.MULTILINE):
            assert is_command(typed), f"{file.name}: {typed}"


def test_no_error_or_rule_advises_a_command_that_does_not_exist():
    safety = contacts.load_rulebook(ROOT / "config")
    said = [code.hint for code in codes()] + [meaning.what for meaning in safety.meanings.values()]
    for typed in re.findall(r"`(tidings [a-z][a-z-]*(?: [a-z][a-z-]*)?)", " ".join(said)):
        assert is_command(typed), typed


def test_every_code_of_the_texts_check_is_explained_and_no_other():
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tidings/notices/lint").glob("*.py"))
    said = set(re.findall(r"\"((?:text|teaser|attorney)\.[a-z_]+)\"", sources))
    assert said == rows(section(page("notices.md"), "What `tidings check` finds in texts")).keys()


# --- configuration --------------------------------------------------------------------------------------------------------


def model_keys(model, above=""):
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from model_keys(field.annotation, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def test_every_key_of_incident_toml_is_explained_and_no_other():
    assert set(model_keys(Incident)) == rows(section(page("configuration.md"), "incident.toml")).keys()


def test_every_key_of_columns_toml_is_named():
    text = section(page("configuration.md"), "columns.toml")
    assert all(f"`{name}`" in text or f"[{name}]" in text for name in _File.model_fields)


def test_every_key_of_safety_toml_is_explained_and_no_other():
    there = tomllib.loads((ROOT / "config/safety.toml").read_text(encoding="utf-8"))
    table = rows(section(page("configuration.md"), "safety.toml"))
    assert there.keys() == {name for name, cells in table.items() if len(cells) == 1}


def test_every_setting_is_explained_and_no_other():
    settings = {PREFIX + name.upper() for name in Settings.model_fields}
    assert settings == rows(section(page("configuration.md"), "Settings")).keys()


def test_every_default_is_the_one_that_the_page_gives():
    table = rows(section(page("configuration.md"), "Settings"))
    for name, field in Settings.model_fields.items():
        said = table[PREFIX + name.upper()][0].strip("`")
        default = field.get_default()
        shown = default.get_secret_value() if hasattr(default, "get_secret_value") else default
        shown = str([str(one) for one in shown]).replace("'", '"') if isinstance(shown, list) else str(shown).removesuffix(".0")
        assert said == shown, name


def test_every_secret_of_the_example_is_a_setting_and_every_secret_is_in_it():
    there = set(re.findall(r"^(TIDINGS_\w+)=", (ROOT / "secrets.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert there <= {PREFIX + name.upper() for name in Settings.model_fields}
    assert there >= {PREFIX + name.upper() for name, field in Settings.model_fields.items() if "Secret" in str(field.annotation)}


def test_the_example_walks_through_every_key_provider_and_names_no_setting_that_does_not_exist():
    text = (ROOT / "secrets.example").read_text(encoding="utf-8")
    settings = {PREFIX + name.upper() for name in Settings.model_fields} | {PREFIX + "SECRETS"}
    assert set(re.findall(r"TIDINGS_[A-Z0-9_]+", text)) <= settings
    for number, provider in enumerate(MAKERS, start=1):
        assert f"\n# {number}. {provider}: " in text
    of_providers = {name for name in settings if re.match(r"TIDINGS_(KEY|PASSPHRASE|PKCS11|AWS|OFFICER)", name)}
    assert of_providers <= set(re.findall(r"^(TIDINGS_\w+)=", text, re.MULTILINE))


def test_the_example_copied_as_it_is_gives_the_defaults(tmp_path, monkeypatch):
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)
    (tmp_path / "secrets").write_text((ROOT / "secrets.example").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "secrets").chmod(0o600)
    settings = load_settings(tmp_path / "secrets")
    filled_in = {"public_url"}
    assert {name for name in Settings.model_fields if getattr(settings, name) != Settings.model_fields[name].default} == filled_in


# --- rules and codes ------------------------------------------------------------------------------------------------------


def test_every_rule_is_explained_and_no_other_and_has_a_meaning():
    text = page("safety.md")
    rulebook = contacts.load_rulebook(ROOT / "config")
    found = {name: cells for name, cells in rows(text).items() if "." in name}
    assert found.keys() == {rule.id for rule in rulebook.rules} | set(Rule) - {Rule.USABLE}
    assert {rule.id: rule.does.value for rule in rulebook.rules} == {rule.id: found[rule.id][0] for rule in rulebook.rules}
    assert f"`{Rule.USABLE}`" in text


def test_every_fact_that_rules_can_look_at_is_explained_and_no_other():
    table = {name: cells for name, cells in rows(section(page("configuration.md"), "safety.toml")).items() if len(cells) == 3}
    assert table.keys() == FIELDS.keys()
    assert {name: set(re.findall(r"`(\w+)`", cells[1])) for name, cells in table.items()} == {
        name: set(field.values) for name, field in FIELDS.items()
    }


def kinds(base=TidingsError):
    return [found for kind in base.__subclasses__() for found in [kind, *kinds(kind)]]


def codes():
    return [code for kind in kinds() for code in kind.Code]


def test_every_exit_code_is_one_of_three():
    assert all(code.exit in (REFUSED, WRONG_USE, OUT_OF_REACH) for code in codes())


def test_every_code_is_explained_with_its_exit_code_and_no_other():
    table = rows(page("errors.md"))
    assert table.keys() == {code.value for code in codes()}
    for code in codes():
        assert table[code.value][0] == str(code.exit), code.value
        assert all(table[code.value]), f"{code.value} has an empty cell"


def test_what_an_account_can_be_refused_for_is_in_the_operators_page():
    table = rows(section(page("operations.md"), "When a command fails"))
    assert table.keys() >= {f"twilio.{number}" for number in CODES[Outcome.CONFIGURATION]}


# --- pages ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_what_a_page_links_to_is_there(file):
    for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
        assert (file.parent / target).exists(), target


def test_every_page_is_reached_from_the_readme():
    read_me = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in ROOT.glob("docs/*.md") if f"docs/{file.name}" not in read_me] == []


@pytest.mark.parametrize("picture", ["road.svg", "demo.svg"])
def test_a_picture_says_what_it_shows_and_loads_nothing(picture):
    text = page(picture)
    assert "<title" in text
    assert not re.findall(r"url\((?!#)|href=\"(?!#)|@import", text)
