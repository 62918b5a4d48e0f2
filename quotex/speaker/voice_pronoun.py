"""Voices that are pronouns: `он`, `её`, `который`, `там`."""

from __future__ import annotations

from quotex.naming import phrase_name
from quotex.phrase import NAMING, climb, extent
from quotex.speaker.antecedent import pronoun_antecedent
from quotex.speaker.bodies import last_body
from quotex.speaker.description import Description
from quotex.speaker.mentions import MentionKind
from quotex.speaker.scene import Scene, SpeakerFound, nobody
from quotex.speaker.spoken import Spoken, as_spoken

PRONOUNS = {
    "он": ("Masc", "Sing"), "она": ("Fem", "Sing"), "они": ("", "Plur"), "тот": ("Masc", "Sing"), "та": ("Fem", "Sing"),
    "его": ("Masc", "Sing"), "ее": ("Fem", "Sing"), "их": ("", "Plur"),
    "те": ("", "Plur"),
}  # fmt: skip
OWN = ("собственному", "своему")
NEAR = 3  # sentences
INDEFINITE = ("кто-то", "некто")


def relative(scene: Scene) -> Scene | None:
    """`источник, который сказал, что …`: the noun that the clause belongs to speaks."""
    if scene.token.lemma != "который":
        return None
    tokens = scene.sentence.tokens
    noun = tokens[scene.token.head].head if scene.token.head >= 0 else -1
    if noun < 0 or tokens[noun].start >= scene.token.start or tokens[noun].pos not in ("NOUN", "PROPN", "PRON"):
        noun = _before_comma(scene)
    return scene.at(noun) if noun >= 0 else None


def _before_comma(scene: Scene) -> int:
    """`премьер ‹Юкио Хатояма›, по словам которого …`: the noun right before the clause, or the name it belongs to."""
    tokens = scene.sentence.tokens
    comma = next((i for i in range(scene.voice.head, 0, -1) if tokens[i].text == ","), 0)
    if not comma or tokens[comma - 1].pos not in ("NOUN", "PROPN", "X"):
        return -1
    return climb(scene.sentence, comma - 1, NAMING)[-1]


def pronoun(scene: Scene) -> SpeakerFound | None:
    """`он`, `её`, `их`, `тот`; `там` is the body before. A pronoun without antecedent names nobody, nor does `я`."""
    word = scene.token.text.lower().replace("ё", "е")
    if scene.token.lemma == "последний" and scene.voice.stretch == scene.token.stretch:
        latter = _latter(scene)
        return scene.found(latter, "pronoun") if latter else nobody(scene.voice.stretch, "pronoun")
    if word in OWN:
        found = _subject(scene)
        return scene.found(found, "pronoun") if found else nobody(scene.voice.stretch, "pronoun")
    if word not in PRONOUNS and word != "там" and scene.token.pos != "PRON":
        return None
    if word in INDEFINITE:
        name = phrase_name(scene.sentence, scene.voice.head, *scene.run(scene.voice.head))
        return SpeakerFound(name[:1].lower() + name[1:], "unnamed", None, scene.voice.stretch, "unnamed")
    found = None if scene.token.has(Person="1") else _antecedent(scene, word)
    return scene.found(found, "pronoun") if found else nobody(scene.voice.stretch, "pronoun")


def _latter(scene: Scene) -> Spoken | None:
    """`По данным ‹последнего›`: whoever was named last."""
    named = (m for m in reversed(scene.cast.mentions) if m in scene.cast.home and m.kind is not MentionKind.PLACE)
    return next((as_spoken(scene.cast.home[m], m) for m in named if m.stretch.end <= scene.voice.stretch.start), None)


def _subject(scene: Scene) -> Spoken | None:
    """`‹Анна Ким› ускорилась и, по собственному признанию, устала`: whoever is named in the nominative before."""
    for number in (scene.voice.sentence, scene.voice.sentence - 1):
        people = [m for m in scene.cast.in_sentence(number) if m.kind is MentionKind.PERSON and m.case == "Nom"]
        before = [m for m in people if m.stretch.end <= scene.voice.stretch.start and not m.quoted]
        if before:
            return as_spoken(scene.cast.home[before[0]], before[0])
    return None


def _antecedent(scene: Scene, word: str) -> Spoken | None:
    if word == "там":
        return last_body(scene.cast, scene.spoken, scene.description)
    gender, number = PRONOUNS.get(word, (scene.utterance.gender, scene.token.feats.get("Number", "Sing")))
    place = Description(word, (), (), gender, scene.voice.stretch.start, scene.voice.sentence)
    found = pronoun_antecedent(scene.cast, scene.spoken, place, number)
    return found or (_group(scene, place.at) if number == "Plur" else None)


def _group(scene: Scene, before: int) -> Spoken | None:
    """`‹Бортпроводники› бастуют из-за условий, которые, по их словам, …`: people who are the subject shortly before."""
    for number in range(scene.voice.sentence, max(scene.voice.sentence - NEAR, -1), -1):
        sentence = scene.cast.doc.sentences[number]
        for index in range(len(sentence.tokens) - 1, -1, -1):
            token = sentence.tokens[index]
            people = token.pos == "NOUN" and token.has(Case="Nom", Number="Plur", Animacy="Anim")
            if people and token.rel.startswith("nsubj") and token.end <= before and not token.quoted:
                name = phrase_name(sentence, index, *extent(sentence, index))
                return Spoken(name, "group", "", "Plur", number, token.start)
    return None
