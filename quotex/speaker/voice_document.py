"""Voices that are documents: `заявление МВД`, `письмо активистов`, `в твите`, `на сайте завода`, `в нём`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.lexicon.role import RoleKind, Trait, has_trait
from quotex.phrase import POSSESSIVES, possessives
from quotex.rules.claim import Slot, Voice
from quotex.speaker.antecedent import person_antecedent
from quotex.speaker.bodies import last_body
from quotex.speaker.mentions import Mention
from quotex.speaker.scene import Scene, SpeakerFound, nobody
from quotex.speaker.voice_named import entity_at

CONTENTS = {
    "информация", "сведение", "данные", "версия", "позиция", "слово", "мнение", "оценка", "расчет", "прогноз",
}  # согласно данным полиции: the police speaks  # fmt: skip
RUMOURS = {"сообщение", "публикация", "слух"}  # согласно появившимся сообщениям: nobody's
SITES = {
    "сайт", "страница", "блог", "микроблог", "аккаунт", "канал", "telegram-канал", "телеграм-канал", "паблик",
    "твиттер", "twitter", "инстаграм", "фейсбук",
}  # fmt: skip
PAGES = SITES - {"сайт"}
PASSING = SITES | {"проект", "поправка", "материал"}  # проект поправок Минцифры: the ministry's
IN_IT = {"нем": "Masc Neut", "нём": "Masc Neut", "ней": "Fem"}
PUBLISHERS = (None, RoleKind.GROUP, RoleKind.BODY)  # представители клуба, МИД; no пассажир
NEAR = 4  # sentences


def taken_up(scene: Scene) -> Scene | None:
    """`На сайте завода появилось сообщение. В ‹нём› сказано`: the document just mentioned."""
    word = scene.token.text.lower()
    if scene.voice.slot not in (Slot.DOCUMENT, Slot.PLACE) or word not in IN_IT:
        return None
    last = scene.voice.sentence
    earlier = [m for m in scene.cast.mentions if last - 1 <= m.sentence and m.stretch.end <= scene.voice.stretch.start]
    papers = [m for m in earlier if m.role is RoleKind.DOCUMENT and m.gender in IN_IT[word] and m.number == "Sing"]
    return _on(scene, papers[-1].sentence, _site(scene, papers[-1])) if papers else None


def _site(scene: Scene, paper: Mention) -> int:
    """`на ‹сайте› завода вышло сообщение`: it is of whoever has the site."""
    tokens = scene.cast.doc.sentences[paper.sentence].tokens
    return next((i for i, t in enumerate(tokens) if t.lemma in SITES and not t.quoted), paper.head)


def _on(scene: Scene, number: int, head: int, slot: Slot = Slot.DOCUMENT) -> Scene:
    """The same with a noun of an earlier sentence in the speaker's place."""
    stretch = scene.cast.doc.sentences[number].tokens[head].stretch
    return replace(scene, voice=Voice(stretch, number, head, slot)).at(head)


def document(scene: Scene) -> SpeakerFound | Scene | None:
    """`в заявлении МВД`: the ministry; `в статье`: the paper; `в твите`: the last person; `согласно данным`: nobody."""
    lemma = scene.token.lemma
    if scene.role is not RoleKind.DOCUMENT and lemma not in CONTENTS | SITES:
        return None
    owner = _owner(scene)
    return scene.at(owner) if owner is not None else _without_owner(scene)


def _without_owner(scene: Scene) -> SpeakerFound | Scene | None:
    """`согласно сообщениям`: nobody; `в статье`: the paper; `в твите`: a person; `в заявлении`: who issued it."""
    lemma = scene.token.lemma
    if scene.token.has(Number="Plur") and lemma in RUMOURS:
        return nobody(scene.voice.stretch, "absent")
    if lemma in CONTENTS:
        return _author(scene) or nobody(scene.voice.stretch, "absent")
    if scene.description.rest and not has_trait(lemma, Trait.STATEMENT):
        return None
    if (issuer := _issuer(scene)) is not None:
        return issuer
    if (paper := _named_before(scene)) is not None:
        return paper
    if has_trait(lemma, Trait.PAPER):
        body = last_body(scene.cast, scene.spoken, scene.description)
        return scene.found(body, "document") if body else None
    if has_trait(lemma, Trait.PRIVATE):
        author = person_antecedent(scene.cast, scene.spoken, scene.description)
        return scene.found(author, "document") if author else None
    stated = has_trait(lemma, Trait.STATEMENT) or has_trait(lemma, Trait.TEXT)
    return _publisher(scene) or _author(scene) if stated else None


def _named_before(scene: Scene) -> Scene | None:
    """`Это следует из доклада ‹завода›. В ‹докладе› сказано`: the last of that noun, if it was somebody's."""
    first, at = scene.voice.sentence - NEAR, scene.voice.stretch.start
    earlier = (m for m in reversed(scene.cast.mentions) if m.sentence >= first and m.stretch.end <= at)
    last = next((m for m in earlier if m.lemma == scene.token.lemma and m.role is RoleKind.DOCUMENT), None)
    before = _on(scene, last.sentence, last.head) if last else None
    return before if before and _owner(before) is not None else None


def _owner(scene: Scene) -> int | None:
    """Whose it is: `заявление ‹МВД›`, `сообщение на сайте ‹завода›`, `проект поправок ‹Минцифры›`, `‹его› письмо`."""
    hanging = _hanging(scene, scene.voice.head)
    return next((i for i in hanging if _may_own(scene, i) or _has_page(scene, i)), None)


def _has_page(scene: Scene, index: int) -> bool:
    """`в твиттере ‹Схинаса›`: a genitive right behind a page, though nobody knows the word."""
    page = index == scene.voice.head + 1 and scene.token.lemma in PAGES
    return page and scene.sentence.tokens[index].has(Case="Gen")


def _hanging(scene: Scene, head: int) -> Iterator[int]:
    """The possessives and nouns below the head, in order; below a noun that owns nothing, its own."""
    tokens = scene.sentence.tokens
    yield from possessives(scene.sentence, head)
    for child in scene.sentence.children[head]:
        if child > head and tokens[child].rel == "nmod" and not tokens[child].quoted:
            yield child
            yield from _hanging(scene, child) if tokens[child].lemma in PASSING else ()


def _may_own(scene: Scene, index: int) -> bool:
    token = scene.sentence.tokens[index]
    if token.lemma in SITES:
        return False
    known = scene.cast.roles.get(token.lemma, RoleKind.DOCUMENT) is not RoleKind.DOCUMENT
    return token.text.lower() in POSSESSIVES or entity_at(scene, index) is not None or (token.has(Case="Gen") and known)


def _issuer(scene: Scene) -> Scene | None:
    """`‹МИД› выпустил заявление, где сказано`; `в заявлении, сделанном ‹министром›`."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    paper = scene.voice.head
    makers = [c for c in children[paper] if c > paper and tokens[c].rel == "acl"]
    agents = [a for m in makers for a in children[m] if tokens[a].has(Case="Ins") and _may_speak(scene, a)]
    verb = tokens[paper].head
    if not agents and tokens[paper].rel == "obj" and verb >= 0:
        agents = [s for s in children[verb] if tokens[s].rel == "nsubj" and _may_speak(scene, s)]
    return scene.at(agents[0]) if agents else None


def _may_speak(scene: Scene, index: int) -> bool:
    token = scene.sentence.tokens[index]
    known = scene.cast.roles.get(token.lemma, RoleKind.DOCUMENT) is not RoleKind.DOCUMENT
    return known or entity_at(scene, index) is not None


def _publisher(scene: Scene) -> Scene | None:
    """`Представители клуба выразили соболезнования. В заявлении говорится`: the subject of the sentence before."""
    number = min(scene.voice.sentence, scene.utterance.sentence)
    number -= scene.voice.sentence == scene.utterance.sentence
    if number < 0 or (scene.spoken and scene.spoken[-1].sentence >= number):
        return None
    tokens = scene.cast.doc.sentences[number].tokens
    here = [m for m in scene.cast.in_sentence(number) if not m.quoted]
    mentions = [m for m in here if m.role in PUBLISHERS or (m.role is RoleKind.PERSON and m.number == "Plur")]
    subjects = (m.head for m in mentions if tokens[m.head].rel == "nsubj" and m.case == "Nom")
    found = next(subjects, None)
    return _on(scene, number, found, Slot.SUBJECT) if found is not None else None


def _author(scene: Scene) -> SpeakerFound | None:
    """`в документе`, `в сообщении`, without a word of whose: the body or group that spoke just before."""
    near = [
        s for s in scene.spoken if s.kind in ("organization", "group") and scene.voice.sentence - s.sentence <= NEAR
    ]
    return scene.found(near[-1], "document") if near else None
