import type { Store } from '../../../base/database/store.ts';
import type { Id } from '../../../base/ids.ts';
import type { Runs } from '../../../base/runs/runs.ts';

/**
 * Lets other processes know which chats have a page open here, so that a notice that they send finds the page too.
 * `keep` writes what changed since it last did: nothing while the same pages stay open. It throws what the database does;
 * what was not written is part of the next change. Rows of runs that are gone are deleted along with it.
 */
export function presence(of: {
  readonly store: Store;
  readonly account: Id<'account'>;
  readonly runs: Pick<Runs, 'own' | 'gone'>;
}): { keep(open: readonly string[]): Promise<void> } {
  let written: ReadonlySet<string> = new Set();
  return {
    async keep(open) {
      const now = new Set(open);
      const came = open.filter((chat) => !written.has(chat));
      const went = [...written].filter((chat) => !now.has(chat));
      if (came.length === 0 && went.length === 0) return;
      const gone = `{${[...of.runs.gone()].join(',')}}`;
      await of.store.aside(
        (sql) => sql`
          with went as (
            delete from open_chat where run_id = any(${gone}::uuid[]) or (account_id = ${of.account} and run_id = ${of.runs.own}
              and external in (select jsonb_array_elements_text(${JSON.stringify(went)}::jsonb))))
          insert into open_chat (account_id, external, run_id)
          select ${of.account}, external, ${of.runs.own} from jsonb_array_elements_text(${JSON.stringify(came)}::jsonb) as came (external)
          on conflict do nothing`,
      );
      written = now;
    },
  };
}
