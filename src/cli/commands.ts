import { type Answer, type Command, failed, type ServiceParts } from './command.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { backup } from './commands/backup.ts';
import { doctor } from './commands/doctor/doctor.ts';
import { invite } from './commands/invite.ts';
import { officeSet } from './commands/office-set.ts';
import { partnersImport, partnersTemplate } from './commands/partners-import.ts';
import { telegramSetup } from './commands/telegram-setup.ts';
import { unclear } from './commands/unclear.ts';
import { unitsImport } from './commands/units-import.ts';
import type { Request } from './protocol.ts';

/** What the running service does for its operator. A new command is a file, a line here and its name among the names. */
export const serviceCommands: readonly Command[] = [
  doctor,
  invite,
  officeSet,
  unitsImport,
  partnersImport,
  partnersTemplate,
  backup,
  auditVerify,
  unclear,
  telegramSetup,
];

/** What `serveControl` runs: finds the command that was asked for. */
export const runCommand =
  (of: ServiceParts) =>
  async (call: Request): Promise<Answer> => {
    const command = serviceCommands.find(({ name }) => name === call.command);
    if (!command) return failed(`The service knows no command "${call.command}".`);
    return command.run(of, call);
  };
