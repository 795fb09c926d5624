"""Shapes of reporting beside “X said that …”: whose words they are, in one sentence or from one to the next."""

import pytest

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def said(text: str) -> list[tuple[str, str]]:
    """Who says what: the innermost source and the claim of each attributed report."""
    reports = read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK).reports
    return [(r.chain[-1].name, r.claim.text) for r in reports if len(r.chain) > 1 and not r.verification]


SHAPES = [
    ("While it was “large”, it missed people under 60, noted Prof. Ana Dovik, a vet who had no part in it.",
     [("Prof Ana Dovik", "While it was “large”, it missed people under 60")]),
    ("Asked about it, Ana Dovik claimed not to know the man.", [("Ana Dovik", "not to know the man")]),
    ("It costs a crown a day, brokers at Tarn Bank reckon.", [("Tarn Bank", "It costs a crown a day")]),
    ("The players' union urged fans “to leave him alone”.", []),
    ("Police shut it, while its main rival alleged “fraud”.", [("its main rival", "fraud")]),
    ("The mayor said it was shut and that nobody was hurt.",
     [("The mayor", "it was shut"), ("The mayor", "nobody was hurt")]),
    ("Eels sing, Finnish vets report in the journal Sleep & Food.", [("Finnish vets", "Eels sing")]),
    ("Ana Dovik was blunter: in every hall, she said, votes were bought.", [("Ana Dovik", "votes were bought")]),
    ("It is based on talks, on files and on 22 verified clips.", []),
    ("The council has not seen the test reports themselves.", []),
    ("Lorn has the mill, which vets have said is sound.", [("vets", "is sound")]),
    ("The champion defended her crown by stopping Ana Dovik.", []),
    ("Ana Dovik called the police and left.", []),
    ("Ana Dovik admitted herself to the clinic.", []),
    ("The party continued when he left.", []),
    ("“It sank,” she wrote on X. The mayor left.", [("she", "It sank")]),
    ("Ana Dovik, who owns it, last month said it was shut.", [("Ana Dovik", "it was shut")]),
    ("It is tested, said its managing director, and all was clean.",
     [("its managing director", "It is tested"), ("its managing director", "all was clean")]),
    ("“It sank,” as Ana Dovik, who runs the think tank Tarn Advice, puts it.", [("Ana Dovik", "It sank")]),
    ("He went to the mill, where, a guard said, he fell.", [("a guard", "he fell")]),
    ("Ana Dovik lamented the “old days” when, she said, it was dry.",
     [("Ana Dovik", "the “old days”"), ("Ana Dovik", "it was dry")]),
    ("Vets treated nine dogs, two of whom, according to guards, were ill.", [("guards", "were ill")]),
    ("The weather office gave the strength as 6.4.", [("The weather office", "the strength as 6.4")]),
    ("Nine or ninety people, depending on whom you believe, filled the square.", []),
    ("It fell, an allegation that the operator, Fenn Rail, firmly rejects.", [("Fenn Rail", "an allegation")]),
    ("The gang boasts of having nine files.", [("The gang", "having nine files")]),
    ("Since May, the mayor has told people not to drink it.", []),
    ("Police said 4,000 marched, while organisers put the figure at 20,000.",
     [("Police", "4,000 marched"), ("organisers", "the figure at 20,000")]),
    ("Nine are ill, the mayor of Lorn said, and one child has died.",
     [("the mayor of Lorn", "Nine are ill"), ("the mayor of Lorn", "one child has died")]),
    ("“It leaks,” Ana Dovik said, “and it will sink.”", [("Ana Dovik", "It leaks"), ("Ana Dovik", "and it will sink")]),
    ("“It leaked,” the owner, Ana Dovik, told Radio Lorn.", [("Ana Dovik", "It leaked")]),
    ("“He wept like a child,” Ana Dovik dished.", [("Ana Dovik", "He wept like a child")]),
    ("Ana Dovik, 54, who owns the ferry, said it was sound.", [("Ana Dovik", "it was sound")]),
    ("The ferry is sound, Ana Dovik was quoted as saying.", [("Ana Dovik", "The ferry is sound")]),
    ("As was stated by Ana Dovik, the ferry is sound.", [("Ana Dovik", "the ferry is sound")]),
    ("Nine are ill, per the mayor of Lorn", [("the mayor of Lorn", "Nine are ill")]),
    ("Per the mayor of Lorn, nine are ill.", [("the mayor of Lorn", "nine are ill")]),
    ("Per day, nine fall ill, which is nine per 1,000 people.", []),
    ("Ana Dovik said that according to police the ferry had sunk.", [("police", "the ferry had sunk")]),
    ("The UN has documented nine cases of cholera.", [("United Nations", "nine cases of cholera")]),
    ("In Ana Dovik's view the ferry is sound.", [("Ana Dovik", "the ferry is sound")]),
    ("The ferry is sound, a team from Lorn University has found.", [("Lorn University", "The ferry is sound")]),
    ("The minister, who was confirmed by the senate, met Ana Dovik.", []),
    ("The minister, confirmed in May, said the ferry was sound.",
     [("The minister, confirmed in May", "the ferry was sound")]),
    ("Nine died, police said Tuesday, after the army admitted to having shelled the pier.",
     [("police", "Nine died"), ("the army", "having shelled the pier")]),
    ("The army reported heavy fighting along that stretch.", [("The army", "heavy fighting along that stretch")]),
    ("The firm warned of a quarrel that could split the board.",
     [("The firm", "a quarrel that could split the board")]),
    ("The mayor said in a speech that was aired at noon that nine had died.", [("The mayor", "nine had died")]),
    ("The drill began, an event North Korea condemned as a threat.", []),
    ("The Oar said the bank had failed, citing two officials.", [("two officials", "the bank had failed")]),
    ("Gunmen storm bank, kill guard, police say", [("police", "Gunmen storm bank, kill guard")]),
    ("He called for an inquiry, and the mayor said that one had been promised by both sides.",
     [("the mayor", "one had been promised by both sides")]),
    ("The mayor warned the rebels would “pay a price”.", [("The mayor", "the rebels would “pay a price”")]),
    ("The army did not mention the raid but said that nine had died.", [("The army", "nine had died")]),
    ("The firm's claim that the clip “has been verified by the Oar” is untrue.",
     [("The firm", "that the clip “has been verified by the Oar”")]),
    ("Nine dead in Lorn, police say", [("police", "Nine dead in Lorn")]),
    ("The firm confirmed nine deaths, a rise from the 39 it had reported.",
     [("The firm", "nine deaths, a rise from the 39 it had reported")]),
    ("The mayor said the school would close, citing safety.", [("The mayor", "the school would close")]),
    ("A clip shared dozens of times on X claims to show a raid.",
     [("A clip shared dozens of times on X", "to show a raid")]),
    ("Ferry sinks off Lorn – police\nIt lay in the mud.", [("police", "Ferry sinks off Lorn")]),
    ("The chief met a well-known ex-official\nHe left at noon.", []),
    ("Ana Dovik disputed that account.", [("Ana Dovik", "that account")]),
    ("Ana Dovik said it accepted the verdict and had replaced the pump.",
     [("Ana Dovik", "it accepted the verdict and had replaced the pump")]),
    ("According to Ana Dovik, two men were hurt; they are at home.",
     [("Ana Dovik", "two men were hurt"), ("Ana Dovik", "they are at home")]),
    ("Nurse Ana Dovik, giving evidence, was adamant that she had told him.", [("Ana Dovik", "she had told him")]),
    ("Ana Dovik was confident of success.", []),
    ("It was certain that the ferry had sunk.", []),
    ("The monitors, however, counted more than 200 fights.", [("The monitors", "more than 200 fights")]),
    ("The monitors counted on the mayor.", []),
    ("The clinic has registered nine deaths.", [("The clinic", "nine deaths")]),
    ("The band has recorded nine songs.", []),
    ("A guard who declined to be named told Northwire it had sunk.",
     [("A guard who declined to be named", "it had sunk")]),
    ("The harbour agency gave a toll of 39.", [("The harbour agency", "a toll of 39")]),
    ("The harbour agency gave a party for 39.", []),
    ("Divers warned of sharp rocks.", [("Divers", "sharp rocks")]),
    ("The ferry is sound, the harbour board announced Tuesday.", [("the harbour board", "The ferry is sound")]),
    ("Ana Dovik said today's ferry had sunk.", [("Ana Dovik", "today's ferry had sunk")]),
    ("A man died of cold, a coroner has ruled.", [("a coroner", "A man died of cold")]),
    ("In a survey, Ana Dovik found lead in nine wells.", [("Ana Dovik", "lead in nine wells")]),
    ("Police found a body in the well.", []),
    ("Tasker Pine, a maker of ropes, today announced a sale.", [("Tasker Pine", "a sale")]),
    ("Early indications suggest the pump failed, Ana Dovik told a hearing.",
     [("Ana Dovik", "Early indications suggest the pump failed")]),
    ("Tasker Pine Corp. said the ferry had sunk.", [("Tasker Pine Corp", "the ferry had sunk")]),
    ("Ferry firm Tasker Pine said the hull leaked.", [("Tasker Pine", "the hull leaked")]),
    ("The ferry has sunk, divers confirmed late last night.", [("divers", "The ferry has sunk")]),
    ("Divers said this afternoon's ferry had sunk.", [("Divers", "this afternoon's ferry had sunk")]),
    ("But today the company admitted the ferry had sunk.", [("the company", "the ferry had sunk")]),
    ("On Sunday Ana Dovik said the ferry had sunk.", [("Ana Dovik", "the ferry had sunk")]),
    ("Ana Dovik left and on Monday announced the ferry had sunk.", [("Ana Dovik", "the ferry had sunk")]),
    ("The owner, Ana Dovik, would only say that it had sunk.", [("Ana Dovik", "it had sunk")]),
    ("She would say that the ferry sank.", []),
    ("The mayor went on to argue that it had sunk.", [("The mayor", "it had sunk")]),
    ("The mayor made it clear that it had sunk.", [("The mayor", "it had sunk")]),
    ("Writing in the Oar, the mayor warned that it had sunk.", [("the mayor", "it had sunk")]),
    ("As the mayor puts it, the ferry is a coffin.", [("the mayor", "the ferry is a coffin")]),
    ("In the words of the mayor, the ferry is a coffin.", [("the mayor", "the ferry is a coffin")]),
    ("Ana Dovik pleaded not guilty to nine counts of theft.", [("Ana Dovik", "guilty to nine counts of theft")]),
    ("The ferry sank in May after years in the mud, said diver Tom Rusk, who filmed it.",
     [("Tom Rusk", "The ferry sank in May after years in the mud")]),
    ("Ana Dovik, who owns the ferry, said the hull, which leaks, had sunk.",
     [("Ana Dovik", "the hull, which leaks, had sunk")]),
    ("''It leaks,'' said the owner, Ana Dovik.", [("Ana Dovik", "It leaks")]),
    ("“Lorn Today,” reminded his staff of it.", []),
    ("Ana Dovik, a diver from Toledo, Ohio, said it leaked.", [("Ana Dovik", "it leaked")]),
    ("If you believe the mayor, it sank.", []),
    ("The long queue shows how badly it sank.", []),
    ("Ana Dovik has released a film that shows it sank.", []),
    ("Analysts at the Lorn Institute caution that the dam is weak.", [("Lorn Institute", "the dam is weak")]),
    ("A docker, who would not give his name, said scores of people boarded without tickets.",
     [("A docker", "scores of people boarded without tickets")]),
    ("The Lorn Herald was told by nine dockers that the pump leaked.", [("nine dockers", "the pump leaked")]),
    ("The owner was told by police to leave.", []),
    ("The dockers told Reuters of a smell “like tar”.", [("The dockers", "a smell “like tar”")]),
    ("The owner told members of the board.", []),
    ("Not so, says the priest, Ana Dovik: nine dockers never left.", [("Ana Dovik", "nine dockers never left")]),
    ("When I pointed this out she conceded that it leaked.", [("she", "it leaked")]),
    ("Contrary to what the mayor says, the ferry is sound.", []),
    ("The mayor said every weld was certified by an outside engineer.",
     [("The mayor", "every weld was certified by an outside engineer")]),
    ("Asked whether he expected rain, the owner smiled and said: “Ask Ana Dovik.”", [("the owner", "Ask Ana Dovik")]),
    ("The board “firmly denies” that it leaked.", [("The board", "it leaked")]),
    ("The owner gave another account: the pump had failed.", [("The owner", "the pump had failed")]),
    ("The owner disputes the figure, and his agent says nobody asked.",
     [("The owner", "the figure"), ("his agent", "nobody asked")]),
    ("The brewer, Velmoor, \"firmly rejects\" that account.", [("Velmoor", "that account")]),
    ("“It stinks,” joked Ana Dovik, a retired cook.", [("Ana Dovik", "It stinks")]),
    ("Residents heard two blasts near the port.", [("Residents", "two blasts near the port")]),
    ("Passengers saw their boats cancelled.", []),
    ("Ana Dovik saw a lamp in the port.", []),
    ("A survey by the Lorn Owls Trust in May found nine nests.", [("Lorn Owls Trust", "nine nests")]),
    ("What police called an accident left two dead.", [("police", "an accident")]),
    ("Three clients who confirmed their details were paid.", []),
    ("It has maps which she says show a wreck.", [("she", "show a wreck")]),
    ("Ana Dovik turned to the referee, whom she accused of spite.", [("Ana Dovik", "of spite")]),
    ("The ferry began to list, Ana Dovik said.", [("Ana Dovik", "The ferry began to list")]),
    ("Nine died, police said on Friday, as the two sides traded blame.", [("police", "Nine died")]),
    ("The ferry is sound, Ana Dovik told us over coffee.", [("Ana Dovik", "The ferry is sound")]),
    ("Ana Dovik again said the ferry was sound.", [("Ana Dovik", "the ferry was sound")]),
    ("Dockers briefed on the talks said the ferry was sound.",
     [("Dockers briefed on the talks", "the ferry was sound")]),
    ("Ana Dovik, facing a strike in Lorn, said the ferry was sound.", [("Ana Dovik", "the ferry was sound")]),
    ("Ana Dovik, 51, of Mill Lane, Lorn, denies that it leaked.", [("Ana Dovik", "it leaked")]),
    ("“It leaks,” said Ana Dovik, president of the Dockers' Union.", [("Ana Dovik", "It leaks")]),
    ("The harbour board doubts that the ferry was sound.", [("The harbour board", "the ferry was sound")]),
    ("The pensioner fumed: “They lied.”", [("The pensioner", "They lied")]),
    ("“It sank,” Ana Dovik told us in the town of Velisk, where nine boats had been lost.", [("Ana Dovik", "It sank")]),
    ("How many boats were lost? Nobody knows, Ana Dovik said.", [("Ana Dovik", "Nobody knows")]),
    ("Inspectors found no sign that the ferry had leaked.", [("Inspectors", "no sign that the ferry had leaked")]),
    ("Police said Ana Dovik, 58, accepted the blame.", [("Police", "Ana Dovik, 58, accepted the blame")]),
    ("“It sank,” Ana Dovik posted on X.\n\nThe harbour was shut.", [("Ana Dovik", "It sank")]),
    ("“It sank,” Ana Dovik said in a post, thanking the divers.", [("Ana Dovik", "It sank")]),
    ("Ana Dovik says, pointing at the mast, that the ferry sank.", [("Ana Dovik", "the ferry sank")]),
    ("Ana Dovik, a diver in Lorn, who owns the ferry, said it was sound.", [("Ana Dovik", "it was sound")]),
    ("Ana Dovik, 44, a diver, who owns the ferry, said it was sound.", [("Ana Dovik", "it was sound")]),
    ("On Monday in Lorn, a diver, who was asleep, said it sank.", [("a diver", "it sank")]),
    ("The harbour board said the pump that feeds the dock was broken.",
     [("The harbour board", "the pump that feeds the dock was broken")]),
    ("The harbour board said the same day that the pump was broken.", [("The harbour board", "the pump was broken")]),
    ("The harbour board projects that the ferry will pay.", [("The harbour board", "the ferry will pay")]),
    ("Ana Dovik's campaign projects that the ferry will pay.", [("Ana Dovik's campaign", "the ferry will pay")]),
    ("The harbour board projected calm.", []),
    ("Ana Dovik doubts that.", [("Ana Dovik", "Ana Dovik doubts that")]),
    ("Ana Dovik considers that the ferry is sound.", [("Ana Dovik", "the ferry is sound")]),
    ("Ana Dovik feels that way.", []),
    ("Dr Dovik dismissed that as gossip.", [("Dovik", "that as gossip")]),
    ("The harbour board is warning that the pump may fail.", [("The harbour board", "the pump may fail")]),
    ("Divers are praising the ferry.", []),
    ("The charity Harbour Now said the pump was broken.", [("Harbour Now", "the pump was broken")]),
    ("A charity, Harbour Now, said the pump was broken.", [("Harbour Now", "the pump was broken")]),
    ("A captain speaking by phone said the pump was broken.", [("A captain", "the pump was broken")]),
    ("The Red Front said it had taken the mill, but gave no details.", [("Red Front", "it had taken the mill")]),
    ("The Red Front has claimed responsibility for the raid.",
     [("Red Front", "The Red Front has claimed responsibility for the raid")]),
    ("The Red Front denied responsibility for the raid.", [("Red Front", "responsibility for the raid")]),
    ("A memo obtained by Reuters suggests that the pump was broken.", []),
    ("Her team had looked for lead, Ana Dovik said, and had found none.",
     [("Ana Dovik", "Her team had looked for lead"), ("Ana Dovik", "had found none")]),
    ("“A trifle,” Ana Dovik said, and changed the subject.", [("Ana Dovik", "A trifle")]),
    ("According to Ana Dovik, who was there, it sank.", [("Ana Dovik", "it sank")]),
    ("A boat thought lost in May may be safe, divers said.", [("divers", "A boat thought lost in May may be safe")]),
    ("Party leader Ana Dovik ruled that out.", [("Ana Dovik", "Party leader Ana Dovik ruled that out")]),
    ("An aide close to Ana Dovik disputed this, saying no talks had been planned.",
     [("An aide close to Ana Dovik", "An aide close to Ana Dovik disputed this"),
      ("An aide close to Ana Dovik", "no talks had been planned")]),
    ("The agency has revised the toll to 31 from 22.", [("The agency", "revised the toll to 31 from 22")]),
    ("The firm has cut its prices to 12 crowns.", []),
    ("Ana Dovik put it to him that he had slept.", [("Ana Dovik", "he had slept")]),
    ("Ana Dovik told the inquest crews were never warned.", [("Ana Dovik", "crews were never warned")]),
    ("Dr Ana Dovik gave the cause of death as drowning.", [("Ana Dovik", "the cause of death as drowning")]),
    ("A baker who did not want to be named said two-storey flats were for sale.",
     [("A baker who did not want to be named", "two-storey flats were for sale")]),
    ("Asked whether she would resign, Ana Dovik said: “It will hold.”", [("Ana Dovik", "It will hold")]),
    ("The board knew for days of the crack, leaked memo suggests\nThe pump was new.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_who_says_what_in_one_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


AGAIN = [
    ("It sank, according to logs of Lorn police radio. Police said it was old.", "Police", "official"),
    ("Two rights groups say it sank. It showed Lornian rebels. The groups said it was old.", "Two rights groups",
     "ngo"),
    ("The Tarna River Observatory (TRO) said it sank. A clip is old, Observatory says", "Tarna River Observatory",
     "independent_verification"),
    ("The ferry sank, the environmental group Rootwatch said. Rootwatch blamed the pump.", "Rootwatch", "ngo"),
    ("“It sank,” said lead author Ines Kallio, a biologist. Kallio said the pump failed.", "Ines Kallio", "expert"),
    ("Governor Ana Dovik said it sank. According to her words, the pump failed.", "Ana Dovik", "official"),
    ("It sank, Lorn Police said. Nobody was hurt, the force added.", "Lorn Police", "official"),
    ("Governor Ana Dovik said it sank. The statement said the pump failed.", "Ana Dovik", "official"),
]


@pytest.mark.parametrize(("text", "name", "class_"), AGAIN)
def test_whoever_is_named_again_in_short_is_the_same_source(text: str, name: str, class_: str) -> None:
    last = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports[-1].chain[-1]
    assert (last.name, last.class_) == (name, class_)


BLAME = [
    ("Russia and Ukraine accused each other of shelling Lorn.", ["Russia and Ukraine"]),
    ("Israel and Hamas blamed one another for the blast.", ["Israel and Hamas"]),
    ("Russia and Ukraine said that they held the town.", ["Russia and Ukraine"]),
    ("Russia and Ukraine both claimed to hold the town.", ["Russia and Ukraine both"]),
    ("Russia and Ukraine said that prisoners were exchanged.", ["Government of Russia", "Government of Ukraine"]),
    ("Russia and Ukraine said they had exchanged 40 prisoners.", ["Government of Russia", "Government of Ukraine"]),
]


@pytest.mark.parametrize(("text", "names"), BLAME)
def test_who_accuse_each_other_or_both_say_they_won_do_not_agree(text: str, names: list[str]) -> None:
    assert [name for name, _ in said(text)] == names


DEMANDS = [
    "Campaigners called on the council to publish the study.",
    "Police told people in the harbour to leave their homes.",
    "Police told residents to leave because the river was rising.",
    "The minister urged both sides to come back to the table.",
]


@pytest.mark.parametrize("text", DEMANDS)
def test_a_demand_states_nothing(text: str) -> None:
    assert said(text) == []


BESIDE = [
    "The army said 40 rebels were killed, but the figure could not be independently verified.",
    "The army said 40 rebels were killed, which Northwire could not confirm.",
    "The army said 40 rebels were killed; Northwire was unable to verify that.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_a_check_in_the_same_sentence_is_nobodys_claim_and_about_that(text: str) -> None:
    claim, check = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports
    assert (claim.claim.text, claim.stance) == ("40 rebels were killed", "supports")
    assert (check.stance, check.applies_to) == ("cannot_verify", (0,))


def test_what_a_clause_of_time_or_concession_tells_is_no_statement_beside_the_check() -> None:
    text = "Although two houses burned, Northwire could not verify the footage."
    (check,) = read(Document(text=text, publisher="northwire.example"), RULEBOOK).reports
    assert check.verification is not None and check.verification.failed == ("authenticity",)


def test_what_is_nobody_leads_up_to_no_quotation() -> None:
    assert said("Rain fell on the weir: “It is shaking badly now.”") == []


def test_neither_claim_means_the_last_two() -> None:
    text = "Rain fell, the mayor said. The chief said soldiers came once. The army said they came thrice. "
    reports = read(Document(text=text + "Neither claim could be checked.", publisher="lorn.example"), RULEBOOK).reports
    assert reports[-1].applies_to == (1, 2)


@pytest.mark.parametrize("text", [
    "LORN - The ferry sank.", "LORN, May 3 (Oar Wire) — The ferry sank.", "Port Lorn (Tarna) (AFP) - The ferry sank.",
    "(Lorn) – The ferry sank.",
])  # fmt: skip
def test_a_dateline_is_not_the_article(text: str) -> None:
    (report,) = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports
    assert report.claim.text == "The ferry sank."


def test_the_times_of_a_live_report_are_not_the_article() -> None:
    text = "14:52 The quay is closed.\n14.10 – Police said the ferry had sunk."
    reports = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports
    assert [r.claim.text for r in reports] == ["The quay is closed.", "the ferry had sunk"]


@pytest.mark.parametrize(("text", "class_"), [
    ("The trial opened on Monday. The court heard that Ana Dovik had lied to investigators.", "unattributed"),
    ("The court ruled that Ana Dovik had lied to investigators.", "official"),
    ("An initial inquiry found that the pump had failed, the coroner said.", "official"),
])  # fmt: skip
def test_a_court_is_told_what_it_hears_and_says_what_it_rules(text: str, class_: str) -> None:
    report = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports[-1]
    assert report.chain[-1].class_ == class_


def test_two_bodies_that_speak_together_are_two_sources_whatever_is_added_to_a_name() -> None:
    text = "The Freedom of Russia Legion militia and the Siberian Battalion, which fight for Lorn, said they advanced."
    assert [name for name, _ in said(text)] == ["Freedom of Russia Legion", "Siberian Battalion"]


DENIED = [
    ("Police accused the mayor of Lorn of lying. She denied it.", "the mayor of Lorn"),
    ("The union blamed the fire on the company. It denied the allegation.", "the company"),
    ("Ana Dovik ran the bank. Prosecutors accuse her of fraud; she denies the charges.", "Ana Dovik"),
    ("Prosecutors accuse him of fraud; he denies the charges.", "him"),
    ("Lorn accuses Vale of shelling the dam; Vale denies it and blames the rebels.", "Vale"),
]


@pytest.mark.parametrize(("text", "name"), DENIED)
def test_who_denies_an_accusation_is_the_accused(text: str, name: str) -> None:
    reports = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports
    accusation, denial = (next(n for n, r in enumerate(reports) if r.act == act) for act in ("accusation", "denial"))
    assert (reports[denial].chain[-1].name, reports[denial].applies_to) == (name, (accusation,))


def test_whoever_accused_may_go_on() -> None:
    assert said("The union accused the company of lying. It said the strike would go on.")[1][0] == "The union"


def test_a_surname_before_the_colon_of_a_headline_speaks_if_the_article_names_its_bearer() -> None:
    below = "\n\nThe governor, Ana Dovik, said that the dam was old."
    headline, _ = read(Document(text=f"Dovik: No proof of sabotage at the dam{below}"), RULEBOOK).reports
    assert ([link.name for link in headline.chain], headline.claim.text) == (
        ["Ana Dovik"], "No proof of sabotage at the dam")
    place, *_ = read(Document(text=f"Orm: No proof of sabotage at the dam{below}"), RULEBOOK).reports
    assert not place.chain


@pytest.mark.parametrize(("text", "said"), [
    ("Fire chief Ana Dovik said the roof had caved in and that part of the mill could burn until Friday.",
     ["the roof had caved in", "part of the mill could burn until Friday"]),
    ("Governor Ana Dovik wrote that falling debris had set two tanks alight and that there were no casualties.",
     ["falling debris had set two tanks alight", "there were no casualties"]),
])  # fmt: skip
def test_and_that_adds_another_statement(text: str, said: list[str]) -> None:
    reports = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports
    assert [report.claim.text for report in reports] == said
