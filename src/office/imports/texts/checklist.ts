import { text } from '../../../chat/text.ts';

/** What is there of a live start. */
export interface Steps {
  readonly office: boolean;
  readonly units: boolean;
  readonly people: boolean;
  readonly register: boolean;
  readonly round: boolean;
}
const mark = (done: boolean) => (done ? '✅' : '⚪');
const nothing: Steps = { office: false, units: false, people: false, register: false, round: false };

/** The first days of a live store: what is done, and who does the rest. */
export const checklist = text<[steps: Steps]>({
  vi: (of) => [
    { b: 'Chuẩn bị trước khi dùng chính thức' },
    `${mark(of.office)} Thông tin Sở (quản trị viên)`,
    `${mark(of.units)} Danh sách đơn vị (quản trị viên)`,
    `${mark(of.people)} Mời cán bộ: gõ "mời …"`,
    `${mark(of.register)} Danh bạ NGO: gửi tệp Excel vào đây`,
    `${mark(of.round)} Mở đợt nhu cầu: gõ "mở đợt …"`,
  ],
  en: (of) => [
    { b: 'Before the first day of use' },
    `${mark(of.office)} The office itself (administrator)`,
    `${mark(of.units)} The units (administrator)`,
    `${mark(of.people)} Invite people: type "invite …"`,
    `${mark(of.register)} The register of NGOs: send the Excel file here`,
    `${mark(of.round)} Open a call for needs: type "open a round"`,
  ],
  samples: [[nothing], [{ ...nothing, office: true, units: true, people: true, round: true }]],
});
