# An old button changes that answer of a draft, or is explained; it never changes what was sent.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [No bus, or wrong time]
> The bus is gone
> [Health]
> [See a doctor]
> {detail:MOB.no_bus~1st}
> Liepa
> {urgency:nonsense~1st}
> [This week]
> {urgency:month~1st}
> {consent:yes~1st}
> {consent:more~1st}
> {consent:no~1st}
> [No, go back]
> {nonsense:x~1st}
> {topic:MOB~zzz}
> rubbish
> {rubbish}
> {change:nothing~1st}
> {change:place~1st}
> {check:send~1st}
> [Keep it]
> [Change]
> {check:add~1st}
> {check:send~1st}
> {check:send~1st}
> {topic:HEA~1st}
> {place!back~1st}
