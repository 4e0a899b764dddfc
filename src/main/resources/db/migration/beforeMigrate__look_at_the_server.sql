-- At each start, before any migration: a PostgreSQL that is too old is refused, and one that forgets is named.
do $$
begin
    if current_setting('server_version_num')::int < 150000 then
        raise exception '太旧，要 15 或更新 · too old, 15 or newer is needed: PostgreSQL %', current_setting('server_version')
            using errcode = 'feature_not_supported';
    end if;
    if 'off' in (current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')) then
        raise warning '断电会丢失答复过的内容 · what was answered is lost when the power fails: fsync=%, full_page_writes=%, synchronous_commit=%',
            current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit');
    end if;
end $$;
