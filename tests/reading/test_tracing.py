"""Recordings and links: what is seen in another's video is that other's, and a link leads to whoever published it."""

import pytest

import rules
from rules.model import Document, TracedBy

RULEBOOK = rules.load_rulebook()


def origins(text: str) -> list[tuple[str, TracedBy]]:
    """The innermost link of each report and what led to it."""
    reading = rules.read(Document(text=text, publisher="northwire.example"), RULEBOOK)
    return [(report.chain[-1].name, report.traced_by) for report in reading.reports]


@pytest.mark.parametrize("text", [
    "A video posted on the Telegram channel River Watch on 3 March shows a bus burning in Dolny Lug.",
    "In a video published on Monday by the River Watch channel, a bus burns in Dolny Lug.",
    "Footage shared on Telegram by the channel River Watch appeared to show smoke over Dolny Lug.",
    "A clip that the channel River Watch posted shows a bus on fire in Dolny Lug.",
    "A post by the Telegram channel River Watch showed a burning bus in Dolny Lug.",
    "Video from the Telegram channel River Watch shows a bus on fire.",
])
def test_what_a_video_shows_is_its_publishers(text: str) -> None:
    ((name, by),) = origins(text)
    assert name.startswith("River Watch")
    assert by is TracedBy.RECORDING


@pytest.mark.parametrize("text", [
    "A video posted on channels linked to the Russian security services shows a tank.",
    "Video from Dolny Lug shows a bus on fire.",
    "Video posted on social media shows a bus on fire in Dolny Lug.",
    "The mayor of Dolny Lug watched a video, and the bus burned down.",
])
def test_a_video_of_nobody_who_can_be_asked_stays_in_the_outlets_own_voice(text: str) -> None:
    assert set(origins(text)) == {("northwire.example", TracedBy.OWN_VOICE)}


@pytest.mark.parametrize("text", [
    "A video shared on Facebook claims to show the mayor in a burning bus.",
    "A video seen more than 40,000 times claims that the mayor burned the bus.",
    "A viral post claims that the mayor burned the bus.",
])
def test_what_a_recording_is_said_to_claim_is_the_word_of_whoever_made_it(text: str) -> None:
    (report,) = rules.read(Document(text=text, publisher="northwire.example"), RULEBOOK).reports
    assert (report.chain[-1].class_, report.traced_by) == ("social", TracedBy.NAMED)


def test_the_video_is_the_one_told_of_last_until_another_is() -> None:
    assert origins(
        "The Freedom of Russia Legion posted a video on Telegram. The video shows a tank in Dolny Lug. "
        "It appeared to show smoke. Another clip shows a bus. In the clip, men wave a flag."
    ) == [("Freedom of Russia Legion", TracedBy.NAMED), ("Freedom of Russia Legion", TracedBy.RECORDING),
          ("Freedom of Russia Legion", TracedBy.RECORDING), ("northwire.example", TracedBy.OWN_VOICE),
          ("northwire.example", TracedBy.OWN_VOICE)]


def test_a_check_of_the_video_is_the_checkers_own() -> None:
    shown, checked = origins("A video by the River Watch channel shows a bus on fire. "
                             "Northwire geolocated the video to Dolny Lug.")
    assert (shown[1], checked) == (TracedBy.RECORDING, ("Northwire", TracedBy.NAMED))


@pytest.mark.parametrize(("text", "name"), [
    ("A bus burned in Dolny Lug (https://t.me/riverwatch/123).", "t.me/riverwatch"),
    ("A bus burned in Dolny Lug.\nhttps://t.me/riverwatch/123", "t.me/riverwatch"),
    ("A bus burned in Dolny Lug, a post on Telegram said: https://t.me/riverwatch/123", "t.me/riverwatch"),
    ('A bus <a href="https://lantern.example/bus?id=3">burned</a> in Dolny Lug.', "lantern.example"),
    ("A bus burned in Dolny Lug (https://www.youtube.com/watch?v=q1).", "youtube.com/watch?v=q1"),
])
def test_an_own_voice_statement_with_a_link_is_of_whoever_the_link_leads_to(text: str, name: str) -> None:
    assert origins(text) == [(name, TracedBy.LINK)]


def test_a_link_changes_nothing_for_a_named_source_or_within_the_outlet() -> None:
    assert origins("A bus burned, the mayor of Dolny Lug said (https://t.me/riverwatch/1).")[0][1] is TracedBy.NAMED
    assert origins("A bus burned in Dolny Lug (https://northwire.example/bus).") == [
        ("northwire.example", TracedBy.OWN_VOICE)]
