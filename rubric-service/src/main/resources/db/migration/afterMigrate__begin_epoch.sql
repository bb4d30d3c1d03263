-- A database that was restored on another cluster has transaction ids of the old one, which may lie in the new one's future: nobody
-- would be told of them for long. All that can be followed is stamped anew, and positions of the old cluster are of an earlier epoch.
-- The owner alone may touch the stamp of a history; no hash covers it.
do $$
begin
    if (select cluster from feed_epoch) = (select system_identifier from pg_control_system()) then
        return;
    end if;
    alter table score_history disable trigger tr_score_history_append_only;
    update score_history set changed_xid = pg_current_xact_id();
    alter table score_history enable trigger tr_score_history_append_only;
    update unit_evidence set changed_xid = pg_current_xact_id();
    update unit_plan set changed_xid = pg_current_xact_id();
    update milestone set changed_xid = pg_current_xact_id();
    update notice set changed_xid = pg_current_xact_id();
    update feed_epoch set epoch = epoch + 1, cluster = (select system_identifier from pg_control_system());
end;
$$;
