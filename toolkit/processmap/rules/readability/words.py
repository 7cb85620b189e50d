"""Which form the first word of a name has: the verb of an activity, or a noun that stands for one.

Portuguese activities begin with the infinitive ("Analisar crédito"), English ones with the imperative ("Check the
order"), as the style guides for BPMN have it (Silver, BPMN Method and Style; Mendling, 7PMG G6). Lists of endings and
of words rather than a tagger: a name is three words long, and what is not known is not accused.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from processmap.i18n import Language


def _set_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# Nouns and adjectives that end as infinitives do.
_NOT_INFINITIVES = _set_of(
    "lugar par lar bar mar altar pilar celular titular familiar escolar popular similar regular particular "
    "mulher líder carácter caráter talher repórter pôster éter master"
)
_PORTUGUESE_NOUN = re.compile(r"(?:ção|ções|são|sões|mento|mentos|gem|gens|ência|ências|ança|ura|uras)$")

# What the noun is made of: the verb to write instead. Irregular ones first; the endings follow.
_PORTUGUESE_VERBS = {
    "abertura": "abrir",
    "acompanhamento": "acompanhar",
    "agendamento": "agendar",
    "ajuste": "ajustar",
    "análise": "analisar",
    "apoio": "apoiar",
    "assinatura": "assinar",
    "atendimento": "atender",
    "aviso": "avisar",
    "baixa": "baixar",
    "busca": "buscar",
    "cadastro": "cadastrar",
    "cálculo": "calcular",
    "checagem": "checar",
    "cobrança": "cobrar",
    "coleta": "coletar",
    "compra": "comprar",
    "conferência": "conferir",
    "consulta": "consultar",
    "contato": "contatar",
    "contagem": "contar",
    "controle": "controlar",
    "conversa": "conversar",
    "correção": "corrigir",
    "decisão": "decidir",
    "definição": "definir",
    "desenho": "desenhar",
    "distribuição": "distribuir",
    "emissão": "emitir",
    "encerramento": "encerrar",
    "entrega": "entregar",
    "envio": "enviar",
    "escolha": "escolher",
    "exclusão": "excluir",
    "fechamento": "fechar",
    "inclusão": "incluir",
    "início": "iniciar",
    "leitura": "ler",
    "levantamento": "levantar",
    "montagem": "montar",
    "obtenção": "obter",
    "pagamento": "pagar",
    "pedido": "pedir",
    "pesquisa": "pesquisar",
    "preenchimento": "preencher",
    "proposta": "propor",
    "reajuste": "reajustar",
    "recebimento": "receber",
    "redação": "redigir",
    "registro": "registrar",
    "resposta": "responder",
    "retirada": "retirar",
    "retorno": "retornar",
    "reunião": "reunir",
    "revisão": "revisar",
    "seleção": "selecionar",
    "solução": "resolver",
    "suspensão": "suspender",
    "teste": "testar",
    "treinamento": "treinar",
    "treino": "treinar",
    "triagem": "triar",
    "troca": "trocar",
    "venda": "vender",
    "visita": "visitar",
}
_PORTUGUESE_ENDINGS = (("ização", "izar"), ("ificação", "ificar"), ("ação", "ar"), ("amento", "ar"), ("imento", "er"))

_ENGLISH_NOUN = re.compile(r"(?:tion|sion|ment|ance|ence|ing|al|ysis)$")
# Verbs that end as nouns do.
_ENGLISH_VERBS_THAT_LOOK_LIKE_NOUNS = _set_of(
    "mention question position condition function station document implement complement supplement comment "
    "experiment augment segment balance advance finance reference sequence influence bring ring sing "
    "seal deal heal reveal appeal steal total signal cancel"
)
_ENGLISH_VERBS = {
    "analysis": "analyse",
    "approval": "approve",
    "assessment": "assess",
    "billing": "bill",
    "calculation": "calculate",
    "confirmation": "confirm",
    "creation": "create",
    "decision": "decide",
    "definition": "define",
    "delivery": "deliver",
    "evaluation": "evaluate",
    "inspection": "inspect",
    "notification": "notify",
    "payment": "pay",
    "planning": "plan",
    "preparation": "prepare",
    "registration": "register",
    "review": "review",
    "shipping": "ship",
    "submission": "submit",
    "validation": "validate",
    "verification": "verify",
}
_ENGLISH_ENDINGS = (("ification", "ify"), ("ization", "ize"), ("ment", ""), ("ing", ""))

_PORTUGUESE_PARTICIPLE = re.compile(r"(?:[aií]d[oa]s?|veis|vel)$")
_PORTUGUESE_STATES = _set_of(
    "aberto aberta abertos abertas feito feita feitos feitas dito escrito escrita visto vista posto posta pago paga "
    "pagos pagas aceito aceita aceitos aceitas entregue entregues ganho ganha ganhos gasto gasta suspenso suspensa "
    "suspensos suspensas impresso impressa eleito eleita morto preso solto salvo salva salvos pronto pronta prontos "
    "prontas isento isenta incluso inclusa extinto extinta expresso desfeito refeito refeita satisfeito satisfeita "
    "insatisfeito composto composta proposto proposta disposto exposto imposto suposto transposto coberto coberta "
    "descoberto sem ativo ativa ativos ativas inativo inativa pendente pendentes vigente vigentes procedente "
    "improcedente suficiente insuficiente ausente presente inadimplente adimplente"
)
_ENGLISH_PARTICIPLE = re.compile(r"(?:ed|able|ible|ent|ant)$")
_ENGLISH_STATES = _set_of(
    "sent paid done won lost made signed met begun given taken left due ready open known written found set kept put "
    "told sold bought brought built held shown drawn chosen broken grown gone over complete without active "
    "inactive"
)


def words(text: str) -> list[str]:
    """Returns the words of a text in lower case; numbers and signs are none."""
    return [word.casefold() for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def is_verb(word: str, language: Language) -> bool | None:
    """Tells whether an activity's first word is a verb in the form it should have; None when that is unknown.

    Portuguese infinitives can be told by their ending. An English imperative cannot: there only nouns are known.
    """
    if language is Language.PORTUGUESE:
        return _is_infinitive(word)
    if word in _ENGLISH_VERBS_THAT_LOOK_LIKE_NOUNS:
        return True
    if (word in _ENGLISH_VERBS and word != "review") or _ENGLISH_NOUN.search(word):
        return False
    return None


def verb_for(word: str, language: Language) -> str | None:
    """Returns the verb that a noun was made of ("análise" gives "analisar"), where it is known."""
    if language is Language.PORTUGUESE:
        verb = _PORTUGUESE_VERBS.get(word)
        if verb is None and _PORTUGUESE_NOUN.search(word):
            verb = _by_ending(word, _PORTUGUESE_ENDINGS)
        return verb
    return _ENGLISH_VERBS.get(word) or _by_ending(word, _ENGLISH_ENDINGS)


def says_a_state(text: str, language: Language) -> bool:
    """Tells whether a name says that something has come about: it holds a participle or an adjective of state."""
    if language is Language.PORTUGUESE:
        return _any_state(words(text), _PORTUGUESE_PARTICIPLE, _PORTUGUESE_STATES)
    return _any_state(words(text), _ENGLISH_PARTICIPLE, _ENGLISH_STATES)


def _is_infinitive(word: str) -> bool:
    stem = word.removesuffix("-se")
    return stem.endswith(("ar", "er", "ir", "por", "pôr")) and stem not in _NOT_INFINITIVES


def _by_ending(word: str, endings: Iterable[tuple[str, str]]) -> str | None:
    return next(_replaced(word, endings), None)


def _replaced(word: str, endings: Iterable[tuple[str, str]]) -> Iterator[str]:
    for noun, verb in endings:
        if word.endswith(noun) and len(word) > len(noun) + 2:
            yield word[: -len(noun)] + verb


def _any_state(found: list[str], ending: re.Pattern[str], known: frozenset[str]) -> bool:
    return any(word in known or ending.search(word) for word in found)
