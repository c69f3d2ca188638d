-- Coverage and stance before and after each dated event, per group and window, beside placebo days.
--
-- Nothing here says that an event caused anything: it says what was seen on either side of a day.
--
-- window_days: days counted on each side; the day itself counts as after
-- group_name: a group of the policy, or all
-- before: articles of the days before
-- after: articles of the day and the days after it
-- judged_before: opinions with a stance in the days before
-- net_before: net stance before, from -1 to 1; null under 5 judged
-- net_change: net_after - net_before; null where either is null
-- change_low: lower end of its 95 % interval (Newcombe's square-and-add, from the two intervals)
-- peak_on: of the day and those after, the one with most articles; the first of several
-- days_to_peak: from the event to peak_on
-- placebo_days: days 7 apart, a window clear of every event of the policy, that were compared
-- placebo_at_least: of these, those whose articles rose at least as much
-- placebo_high: the rise that 97.5 % of the placebo days stayed under
-- other_events: other events of the policy within the window on either side
--
-- key: event_id, window_days, group_name
-- check: placebo_at_least <= placebo_days
with windows as (select unnest([7, 14, 30]) as window_days),
acts as (select event_id, policy_id, event_on from marts.events where event_on is not null),
groups as (
    select policy_id, group_name from marts.policy_groups
    union all
    select policy_id, 'all' from marts.policies
),
days as (select * from marts.coverage where grain = 'day'),
span as (
    select policy_id, min(period_on) as first_on, max(period_on) as last_on
    from days
    group by policy_id
),
opinion_days as (select * from marts.stance where grain = 'day'),
grid as (
    select
        span.policy_id,
        windows.window_days,
        unnest(generate_series(
            (span.first_on + windows.window_days)::timestamp,
            (span.last_on - windows.window_days + 1)::timestamp,
            interval 7 day
        ))::date as day_on
    from span
    cross join windows
),
placebos as (
    select grid.*
    from grid
    where not exists (
        from acts
        where acts.policy_id = grid.policy_id
        and acts.event_on between grid.day_on - grid.window_days and grid.day_on + grid.window_days
    )
),
placebo_rises as (
    select
        placebos.policy_id,
        placebos.window_days,
        groups.group_name,
        placebos.day_on,
        coalesce(sum(days.articles) filter (days.period_on >= placebos.day_on), 0)
            - coalesce(sum(days.articles) filter (days.period_on < placebos.day_on), 0) as rise
    from placebos
    join groups using (policy_id)
    left join days
        on days.policy_id = placebos.policy_id
        and days.group_name = groups.group_name
        and days.period_on >= placebos.day_on - placebos.window_days
        and days.period_on < placebos.day_on + placebos.window_days
    group by all
),
covered as (
    select
        acts.event_id,
        acts.policy_id,
        acts.event_on,
        windows.window_days,
        groups.group_name,
        coalesce(sum(days.articles) filter (days.period_on < acts.event_on), 0)::bigint as before,
        coalesce(sum(days.articles) filter (days.period_on >= acts.event_on), 0)::bigint as after,
        arg_max(days.period_on, (days.articles, -epoch(days.period_on)))
            filter (days.period_on >= acts.event_on) as peak_on
    from acts
    cross join windows
    join groups using (policy_id)
    left join days
        on days.policy_id = acts.policy_id
        and days.group_name = groups.group_name
        and days.period_on >= acts.event_on - windows.window_days
        and days.period_on < acts.event_on + windows.window_days
    group by all
),
judged as (
    select
        covered.event_id,
        covered.window_days,
        covered.group_name,
        coalesce(sum(held.judged) filter (held.period_on < covered.event_on), 0)::bigint
            as judged_before,
        coalesce(sum(held.supporting) filter (held.period_on < covered.event_on), 0)::bigint
            as supporting_before,
        coalesce(sum(held.opposing) filter (held.period_on < covered.event_on), 0)::bigint
            as opposing_before,
        coalesce(sum(held.judged) filter (held.period_on >= covered.event_on), 0)::bigint
            as judged_after,
        coalesce(sum(held.supporting) filter (held.period_on >= covered.event_on), 0)::bigint
            as supporting_after,
        coalesce(sum(held.opposing) filter (held.period_on >= covered.event_on), 0)::bigint
            as opposing_after
    from covered
    left join opinion_days as held
        on held.policy_id = covered.policy_id
        and held.group_name = covered.group_name
        and held.period_on >= covered.event_on - covered.window_days
        and held.period_on < covered.event_on + covered.window_days
    group by all
),
nets as (
    select
        *,
        net_share(supporting_before, opposing_before, judged_before) as net_before,
        net_low(supporting_before, opposing_before, judged_before) as net_before_low,
        net_high(supporting_before, opposing_before, judged_before) as net_before_high,
        net_share(supporting_after, opposing_after, judged_after) as net_after,
        net_low(supporting_after, opposing_after, judged_after) as net_after_low,
        net_high(supporting_after, opposing_after, judged_after) as net_after_high
    from judged
),
beside as (
    select
        covered.event_id,
        covered.window_days,
        covered.group_name,
        count(rises.day_on) as placebo_days,
        count(*) filter (rises.rise >= covered.after - covered.before) as placebo_at_least,
        median(rises.rise) as placebo_median,
        quantile_cont(rises.rise, 0.975) as placebo_high
    from covered
    left join placebo_rises as rises using (policy_id, window_days, group_name)
    group by all
)
select
    covered.event_id,
    covered.policy_id,
    covered.event_on,
    covered.window_days,
    covered.group_name,
    covered.before,
    covered.after,
    covered.after - covered.before as rise,
    covered.peak_on,
    covered.peak_on - covered.event_on as days_to_peak,
    beside.placebo_days,
    beside.placebo_at_least,
    beside.placebo_median,
    beside.placebo_high,
    nets.judged_before,
    nets.supporting_before,
    nets.opposing_before,
    nets.net_before,
    nets.net_before_low,
    nets.net_before_high,
    nets.judged_after,
    nets.supporting_after,
    nets.opposing_after,
    nets.net_after,
    nets.net_after_low,
    nets.net_after_high,
    nets.net_after - nets.net_before as net_change,
    nets.net_after - nets.net_before - sqrt(
        pow(nets.net_after - nets.net_after_low, 2) + pow(nets.net_before_high - nets.net_before, 2)
    ) as change_low,
    nets.net_after - nets.net_before + sqrt(
        pow(nets.net_after_high - nets.net_after, 2) + pow(nets.net_before - nets.net_before_low, 2)
    ) as change_high,
    (
        select count(*)
        from acts as others
        where others.policy_id = covered.policy_id
        and others.event_id <> covered.event_id
        and others.event_on between covered.event_on - covered.window_days
            and covered.event_on + covered.window_days - 1
    ) as other_events
from covered
join nets using (event_id, window_days, group_name)
join beside using (event_id, window_days, group_name)
