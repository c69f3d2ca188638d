"""Verbs of speech and of holding a view in other languages than English, as they are met."""

from __future__ import annotations

import re

from etl.text.words import words

_TOLD = words(
    # Russian
    "сказал сказала сказали заявил заявила заявили заявляет отметил отметила отметили отмечает",
    "подчеркнул подчеркнула подчеркнули подчеркивает подчёркивает считает считают полагает",
    "полагают призвал призвала призвали призывает добавил добавила добавили пишет пишут написал",
    "написала указал указала указывает утверждает утверждают предупредил предупреждает убежден",
    "убеждён убеждена говорит говорят сообщил сообщила сообщили сообщает передает передаёт",
    "рассуждал рассуждает посетовал посетовала сетует заметил заметила напомнил напоминает",
    "объяснил объясняет ответил отвечает возражают возражает потребовал требует требуют назвал",
    "назвала называет выразил выразила поддержал поддержала поддерживает осудил осудила",
    "раскритиковал критикует приветствовал приветствует признает признаёт признал заключает",
    "заключил констатирует настаивает настаивают радуется кипит возмущается просит просят",
    "уверяют уверяет уверен уверена обещает обещал предложил предлагает выступил выступила",
    "высказался высказалась процитировал пояснил пояснила надеется хочет рассказал рассказала",
    "пообещал пообещала опасается опасаются одобрил одобряет отверг отвергает защищает возразил",
    "убеждает убежденный хвалит предостерегает предостерег спрашивает думает верит называют",
    "считаю полагаю напомнили прокомментировал",
    "обнаружил обнаружила подчеркивали рассказывает рассказал поддержала поддержали",
    "предупредила предупреждают напомнила напоминала осудили осуждает",
    "отмечают отмечал подчеркивают утверждал утверждала убеждена уверены полагал считал считала",
    "сообщали поделился заверил заверила упрекнул упрекнула обвинил обвинила обвиняет обратился",
    "сказав заявив зазначив наголосив повідомив вважає підкреслив додав зазначила заявила",
    "ответила потребовала предложила призвали утверждала объяснила констатировал высказал",
    # Azerbaijani and Turkish
    "niteledi istedi çağırdı belirterek diyerek ekliyor ekledi anlatıyor soruyor yaptı söyleyen",
    "diyen söylüyor görüşünde eleştiriyor destekliyor karşı bildirib deyib vurğulayıb bildirdi",
    "dedi yazıb yazır sayır deyir bildirir hesab çağırıb söyledi belirtti ifade vurguladı",
    "açıkladı savundu savunuyor istiyor yazdı çağrısında diyor konuştu uyardı kaydetti",
    "eleştirdi destekledi aktardı etdi istəyir",
    "edib bəyan düşünür əlavə xatırladıb istəyib qınayıb pisləyib dəstəkləyib rədd tənqid",
    "söyləyib açıqlayıb vurğuladı yazdı qeyd bildiriblər deyiblər hesab inanır iddia",
    "kınadı yineledi kullandı getirdi açıkladılar söylediler anlattı belirtiyor vurguluyor",
    "düşünüyor inanıyor iddia istediler tepki bildirdi duyurdu belirten savunan",
    # French
    "dit déclare déclaré affirme affirmé estime estimé assure assuré soutient explique expliqué",
    "ajoute ajouté juge jugé plaide dénonce dénoncé réclame demande demandé rappelle insiste",
    "écrit souligne regrette regretté salue salué presse appelle appelé propose accuse avertit",
    "prévient résume conclut répond soupire tonne lance glisse martèle reconnaît confie craint",
    "défend défendu exige refuse veut espère fustige raille indique indiqué martelé lancé",
    "confié prié supplie supplié tranche tranché réclamé prévenu exhorté jugeant paraît dit-il",
    "dit-elle lance-t-il lance-t-elle explique-t-il explique-t-elle rappelle-t-il",
    "rappelle-t-elle conclut-il conclut-elle poursuit plaidé crie s'inquiète estime-t-il",
    "estime-t-elle assure-t-il assure-t-elle raconte souffle ironise admet redoute",
    "s'insurge s'indigne s'inquiète s'oppose s'alarme s'étonne condamné condamne critique critiqué",
    "soutenu affirmant précise précisé rejette rejeté accusé averti soutiennent réclament",
    "dénoncent affirment estiment demandent a-t-il a-t-elle insisté ajoutent expliquent",
    "prévient-il",
    "raconté évoque approuve approuvé répondu rétorqué réagi confirmé conclu reconnu admis promis",
    "souligné plaidé averti résumé défendu écrit insisté noté note observé relevé relève martelé",
    "reproché exprimé appuyé considéré considère pense pensé croit évoqué nuancé ironisé réitéré",
    "rappelé rétorque réplique confirme",
    # Spanish
    "ruega rogó resume cuenta contó apunta apuntó dicen celebro implora imploró sentenció zanjó",
    "prefiere alega alegó quieren critican defienden relata relató zanja remata remató",
    "advirtieron dijo dice afirmó afirma declaró señaló sostiene sostuvo aseguró aseguran",
    "asegura añadió pidió pide piden exigió exige criticó critica defendió defiende advirtió",
    "advierte explicó explica escribió escribe lamentó lamenta celebró celebra propone propuso",
    "opina considera insistió insiste reclamó reclama instó insta protestó denunció denuncia",
    "rechazó rechaza respondió responde concluyó comentó subrayó recordó reconoció apoya apoyó",
    "confesó quiere calificó tachó resumió agregó argumentó argumenta espera",
    "rechazan exigen condenó condena manifestó indicó precisó matizó ironizó reiteró reitera",
    "remarcó expresó aclara aclaró dijeron afirman sostienen piensa cree estima deploró",
    "responden alertó alerta ruegan niega negó aplaude aplaudió",
    # German
    "sagte sagt erklärte erklärt forderte fordert warnte warnt kritisierte kritisiert betonte",
    "betont meint meinte begrüßte begrüßt nannte nennt schrieb schreibt feiern feiert hält",
    "findet sagen warnen nennen fordern erklären mahnt mahnte klagt klagte bittet bat rät riet",
    "lobt lobte verlangt verlangte argumentiert drängt plädiert",
    "mitgeteilt teilte mitteilte mitteilt wies lehnt lehnte lehnen erzählt erzählte fügte ergänzte",
    "entgegnet entgegnete kontert konterte betonten sieht glaubt urteilt urteilte beklagt beklagte",
    "verteidigt verteidigte verurteilte verurteilt bezeichnete bezeichnet unterstrich berichtete",
    "meinten erklärten kritisieren kritisierten erwiderte hofft äußerte verweist verwies",
    # Armenian
    "գրում կոչ հույս վստահ հայտարարեց ասում որակեց պահանջեց քննադատեց նշում պնդում կարծում ասել",
    "ասաց նշել նշեց հայտարարել գրել դժգոհել ընդգծել",
    "ընդգծեց դատապարտել դատապարտեց հիշեցրել հիշեցրեց պնդել պնդեց համարում հավելել հավելեց",
    "քննադատել պահանջել հայտնել հայտնեց կարծիք շեշտել շեշտեց ասացին պատասխանել պատասխանեց",
)
_RUSSIAN_PAST = re.compile(r"[а-яё]+л")
OTHER = _TOLD | {
    verb + ending for verb in _TOLD if _RUSSIAN_PAST.fullmatch(verb) for ending in ("а", "и", "о")
}
