-- Who a person is and what they may do is remembered with their dialogue, by its version (src/chat/dialogue/unit/load.ts).
-- So every change of it raises that version, whoever makes it and by whatever statement. The argument names the person's column.
create function rights_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update dialogue set version = version + 1 where person_id = (to_jsonb(old) ->> tg_argv[0])::uuid;
  end if;
  if tg_op <> 'DELETE' then
    update dialogue set version = version + 1 where person_id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rights_changed after insert or update or delete on person for each row execute function rights_changed('id');
--> statement-breakpoint
create trigger rights_changed after insert or update or delete on identity for each row execute function rights_changed('person_id');
--> statement-breakpoint
create trigger rights_changed after insert or update or delete on role_grant for each row execute function rights_changed('person_id');
--> statement-breakpoint
create trigger rights_changed after insert or update or delete on consent for each row execute function rights_changed('person_id');
