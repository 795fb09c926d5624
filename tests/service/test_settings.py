"""What can be set from outside, and what is said of a setting that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.settings import Settings, SettingsError


def test_settings_come_from_arguments_then_the_environment_then_the_defaults() -> None:
    environ = {"CORROBORA_DATABASE": "postgresql://db/x", "CORROBORA_MAX_TEXT": "80"}
    found = Settings.load(environ, database=None, max_text=90)
    assert (found.database, found.max_text, found.max_reports) == ("postgresql://db/x", 90, Settings.max_reports)


def test_a_rulebook_is_a_folder_or_the_one_shipped() -> None:
    assert Settings.load({"CORROBORA_RULEBOOK": "/etc/rulebook"}).rulebook == Path("/etc/rulebook")
    assert Settings.load({"CORROBORA_RULEBOOK": " "}).rulebook is None


def test_an_amount_may_be_nothing() -> None:
    found = Settings.load({"CORROBORA_PROXIES": "0", "CORROBORA_SOURCE_POLL": "0.0"})
    assert (found.proxies, found.source_poll) == (0, 0.0)


@pytest.mark.parametrize(("given", "sites"), [
    ("https://a.example, http://b.example:8080", ("https://a.example", "http://b.example:8080")),
    ("*", ("*",)), ("null", ("null",)), ("", ()),
])
def test_sites_stand_with_commas(given: str, sites: tuple[str, ...]) -> None:
    assert Settings.load({"CORROBORA_CORS_ORIGINS": given}).cors_origins == sites


@pytest.mark.parametrize(("variable", "value", "problem"), [
    ("CORROBORA_MAX_TEXT", "many", "CORROBORA_MAX_TEXT must be a whole number, 0 or more, not “many”"),
    ("CORROBORA_MAX_TEXT", "", "CORROBORA_MAX_TEXT must be a whole number, 0 or more, not “”"),
    ("CORROBORA_MAX_BODY", "1.5", "CORROBORA_MAX_BODY must be a whole number, 0 or more, not “1.5”"),
    ("CORROBORA_EVENT_POLL", "nan", "CORROBORA_EVENT_POLL must be a number, 0 or more, not “nan”"),
    ("CORROBORA_EVENT_POLL", "inf", "CORROBORA_EVENT_POLL must be a number, 0 or more, not “inf”"),
    ("CORROBORA_CORS_ORIGINS", "https://a.example/",
     "CORROBORA_CORS_ORIGINS must be sites such as https://a.example, or *, not “https://a.example/”"),
    ("CORROBORA_CORS_ORIGINS", "*, a.example",
     "CORROBORA_CORS_ORIGINS must be sites such as https://a.example, or *, not “a.example”"),
    ("CORROBORA_MAX_BODYS", "5", "unknown setting “CORROBORA_MAX_BODYS”, did you mean “CORROBORA_MAX_BODY”?"),
])
def test_what_cannot_be_used_is_one_sentence(variable: str, value: str, problem: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.load({variable: value})
    assert str(refused.value) == problem


def test_what_belongs_to_others_is_passed_over() -> None:
    """Kubernetes describes a service called corrobora, or corrobora-web, to every container beside it."""
    theirs = {"HOME": "/root", "CORROBORATION": "1", "CORROBORA_SERVICE_HOST": "10.0.0.7",
              "CORROBORA_SERVICE_PORT_HTTP": "8000", "CORROBORA_PORT": "tcp://10.0.0.7:8000",
              "CORROBORA_PORT_8000_TCP_ADDR": "10.0.0.7", "CORROBORA_WEB_SERVICE_PORT": "80"}
    assert Settings.load(theirs) == Settings()


def test_what_only_commands_ask_for_is_known() -> None:
    commands = {"CORROBORA_HOST": "::", "CORROBORA_WORKERS": "2", "CORROBORA_TRACEBACK": "1"}
    assert Settings.load(commands) == Settings()
