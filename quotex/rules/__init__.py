"""The rules, in the order of their priority: the table of contents of quotex."""

from collections.abc import Callable, Iterator

from quotex.rules.anaphora import anaphora, summed_up
from quotex.rules.announced import announced
from quotex.rules.claim import Claim, Reading
from quotex.rules.complement import complement, cut_cue
from quotex.rules.dialogue import replies, reply
from quotex.rules.direct import adjoined, attributed, signed, standalone
from quotex.rules.evaluation import evaluation, fragment
from quotex.rules.infinitive import infinitive
from quotex.rules.inserted import inserted, parenthetical
from quotex.rules.unmarked import block, colon, headline, labelled

Rule = Callable[[Reading], Iterator[Claim]]

RULES: tuple[Rule, ...] = (
    attributed,  # «…», — сказал X
    announced,  # X сказал: «…»
    signed,  # «…» — X
    reply,  # — Мы готовы, — сказал X
    labelled,  # X: Россия готова
    headline,  # Россия готова — X
    block,  # X заявил:¶Мы готовы …
    complement,  # X сказал, что …
    parenthetical,  # По словам X, …
    summed_up,  # … — такое мнение высказал X
    inserted,  # …, сообщил X
    infinitive,  # X призвал сделать …
    evaluation,  # X назвал Y «бредом»
    adjoined,  # X крикнул «долой»
    fragment,  # X отметил «крайне низкий» уровень
    colon,  # X предупреждает: завод закроют
    replies,  # — Вопрос? — Ответ
    standalone,  # «…».
    cut_cue,  # X , что …
    anaphora,  # Об этом сообщил X
)
