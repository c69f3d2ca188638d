-- Rules of arithmetic that several tables share, each told once.

-- Ends of the 95 % Wilson interval of k out of n; null where n is 0.
create or replace macro wilson_low(k, n) as
    case when n > 0 then greatest(0, (
        k + 1.9208 - 1.96 * sqrt(k * (n - k) / n + 0.9604)
    ) / (n + 3.8416)) end;

create or replace macro wilson_high(k, n) as
    case when n > 0 then least(1, (
        k + 1.9208 + 1.96 * sqrt(k * (n - k) / n + 0.9604)
    ) / (n + 3.8416)) end;

-- (a - b) / n and the ends of its 95 % interval; null under 5 judged. The interval is that of
-- Bonett and Price (2012) for the difference of two shares of one sample, which never shrinks to
-- nothing where all agree.
create or replace macro net_share(a, b, n) as
    case when n >= 5 then (a - b) / n end;

create or replace macro net_low(a, b, n) as
    case when n >= 5 then greatest(-1, (a - b) / (n + 2) - 1.96 * sqrt(
        ((a + b + 2) / (n + 2) - pow((a - b) / (n + 2), 2)) / (n + 2)
    )) end;

create or replace macro net_high(a, b, n) as
    case when n >= 5 then least(1, (a - b) / (n + 2) + 1.96 * sqrt(
        ((a + b + 2) / (n + 2) - pow((a - b) / (n + 2), 2)) / (n + 2)
    )) end;

-- H.R. 6534 (119th): how a bill is written, its Congress always shown.
create or replace macro ordinal(n) as
    n || case
        when n % 100 in (11, 12, 13) then 'th'
        when n % 10 = 1 then 'st'
        when n % 10 = 2 then 'nd'
        when n % 10 = 3 then 'rd'
        else 'th'
    end;

create or replace macro bill_label(bill_type, number, congress) as
    case bill_type
        when 'hr' then 'H.R.'
        when 's' then 'S.'
        when 'hjres' then 'H.J.Res.'
        when 'sjres' then 'S.J.Res.'
        when 'hconres' then 'H.Con.Res.'
        when 'sconres' then 'S.Con.Res.'
        when 'hres' then 'H.Res.'
        when 'sres' then 'S.Res.'
        else upper(bill_type)
    end || ' ' || number || ' (' || ordinal(congress) || ')';

-- Each of some values once, in order, in one text; null where there is none.
create or replace macro told_once(told, apart) as
    nullif(array_to_string(list_sort(list_distinct(told)), apart), '');
