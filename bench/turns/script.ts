/** What is sent in one chat, in order. Chats are numbered from 1; each belongs to one unit and tells of its own need. */
export interface ChatScript {
  readonly chat: number;
  /** The unit that the person of this chat answers for. */
  readonly unit: string;
  /** Start, eight answers, "Gửi": ten messages, each sent when the last one has been answered. */
  readonly messages: readonly string[];
}

/** How many messages a chat sends. */
export const messagesPerChat = 10;

/** Communes of Sơn La; a chat's unit is the People's Committee of one of them. */
export const communes = [
  ...['Co Mạ', 'Púng Bánh', 'Mường Lèo', 'Chiềng Sơn', 'Mường Bám', 'Long Hẹ', 'Nậm Lầu', 'Ngọc Chiến', 'Xím Vàng'],
  ...['Tà Xùa', 'Suối Tọ', 'Kim Bon', 'Lóng Sập', 'Phiêng Cằm', 'Bó Sinh', 'Huổi Một', 'Chiềng Khương', 'Tô Múa'],
] as const;

/** The conversation of one chat. Pure: the same number always gives the same messages. */
export function scriptOf(chat: number): ChatScript {
  const commune = communes[chat % communes.length]!;
  const villages = 2 + (chat % 5);
  const households = 40 + ((chat * 7) % 260);
  const own = 50 + 10 * (chat % 10);
  const asked = 500 + 20 * (chat % 25);
  const months = 6 + (chat % 12);
  const messages = [
    '/start',
    `Cấp nước sinh hoạt cho ${villages} bản, xã ${commune} (số ${chat})`,
    'nước sạch và vệ sinh',
    `${households} hộ có nước sạch quanh năm, giảm bệnh đường ruột`,
    `xã ${commune}`,
    `${households} hộ`,
    `Tổng ${asked + own} triệu, xin tài trợ ${asked} triệu, đối ứng ${own} triệu`,
    `${months} tháng từ tháng 3/2027`,
    `Lò Văn Minh, Phó Chủ tịch, 0912 000 ${String(chat % 1000).padStart(3, '0')}`,
    'Gửi',
  ];
  return { chat, unit: `UBND xã ${commune}`, messages };
}
