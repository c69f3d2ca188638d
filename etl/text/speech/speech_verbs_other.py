"""Verbs of speech and of holding a view in other languages than English, as they are met."""

from __future__ import annotations

from etl.text.words import words

OTHER = words(
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
    # Azerbaijani and Turkish
    "niteledi istedi çağırdı belirterek diyerek ekliyor ekledi anlatıyor soruyor yaptı söyleyen",
    "diyen söylüyor görüşünde eleştiriyor destekliyor karşı bildirib deyib vurğulayıb bildirdi",
    "dedi yazıb yazır sayır deyir bildirir hesab çağırıb söyledi belirtti ifade vurguladı",
    "açıkladı savundu savunuyor istiyor yazdı çağrısında diyor konuştu uyardı kaydetti",
    "eleştirdi destekledi aktardı etdi istəyir",
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
    # Spanish
    "ruega rogó resume cuenta contó apunta apuntó dicen celebro implora imploró sentenció zanjó",
    "prefiere alega alegó quieren critican defienden relata relató zanja remata remató",
    "advirtieron dijo dice afirmó afirma declaró señaló sostiene sostuvo aseguró aseguran",
    "asegura añadió pidió pide piden exigió exige criticó critica defendió defiende advirtió",
    "advierte explicó explica escribió escribe lamentó lamenta celebró celebra propone propuso",
    "opina considera insistió insiste reclamó reclama instó insta protestó denunció denuncia",
    "rechazó rechaza respondió responde concluyó comentó subrayó recordó reconoció apoya apoyó",
    "confesó quiere calificó tachó resumió agregó argumentó argumenta espera",
    # German
    "sagte sagt erklärte erklärt forderte fordert warnte warnt kritisierte kritisiert betonte",
    "betont meint meinte begrüßte begrüßt nannte nennt schrieb schreibt feiern feiert hält",
    "findet sagen warnen nennen fordern erklären mahnt mahnte klagt klagte bittet bat rät riet",
    "lobt lobte verlangt verlangte argumentiert drängt plädiert",
    # Armenian
    "գրում կոչ հույս վստահ հայտարարեց ասում որակեց պահանջեց քննադատեց նշում պնդում կարծում ասել",
    "ասաց նշել նշեց հայտարարել գրել դժգոհել ընդգծել",
)
