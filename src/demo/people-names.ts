/** Invented people of the demonstration, with names as they are borne in Sơn La. Nobody of them exists. */

const own = 'SNGV';

/** Sở Ngoại vụ, and the head of one commune. */
export const staff = {
  minh: {
    name: 'Quàng Văn Minh',
    address: 'anh',
    position: 'Chuyên viên Phòng Hợp tác quốc tế',
    unit: own,
    role: 'officer',
    officeLine: '0212 3000 111',
  },
  ha: {
    name: 'Nguyễn Thị Thu Hà',
    address: 'chi',
    position: 'Chuyên viên Phòng Hợp tác quốc tế',
    unit: own,
    role: 'officer',
    officeLine: '0212 3000 112',
  },
  divisionHead: {
    name: 'Cầm Văn Tuấn',
    address: 'anh',
    position: 'Trưởng phòng Hợp tác quốc tế',
    unit: own,
    role: 'division_head',
    officeLine: '0212 3000 110',
  },
  director: {
    name: 'Vì Thị Phượng',
    address: 'dong_chi',
    position: 'Giám đốc Sở',
    unit: own,
    role: 'director',
    officeLine: '0212 3000 101',
  },
  admin: {
    name: 'Hoàng Đức Anh',
    address: 'anh',
    position: 'Văn phòng Sở, quản trị hệ thống',
    unit: own,
    role: 'admin',
    officeLine: '0212 3000 103',
  },
  approver: {
    name: 'Lò Văn Thoan',
    address: 'dong_chi',
    position: 'Chủ tịch UBND xã',
    unit: '04246',
    role: 'unit_approver',
  },
} as const;

const culture = 'Công chức Phòng Văn hóa – Xã hội';
const economy = 'Công chức Phòng Kinh tế';
const plan = 'Chuyên viên Phòng Kế hoạch – Tài chính';

/** A focal point each, by the unit's code. */
export const focalPoints = [
  { unit: '03781', name: 'Thào A Sếnh', address: 'anh', position: culture },
  { unit: '03763', name: 'Giàng Thị Dợ', address: 'chi', position: economy },
  { unit: '04246', name: 'Lò Thị Ín', address: 'chi', position: culture },
  { unit: '04136', name: 'Quàng Văn Pọm', address: 'anh', position: economy },
  { unit: '04240', name: 'Sồng A Chìa', address: 'anh', position: culture },
  { unit: '04228', name: 'Tòng Văn Ọi', address: 'anh', position: economy },
  { unit: '03862', name: 'Mùa A Lử', address: 'anh', position: economy },
  { unit: '03868', name: 'Hạng Thị Sua', address: 'chi', position: culture },
  { unit: '04048', name: 'Bàn Thị Mến', address: 'chi', position: culture },
  { unit: '03820', name: 'Lường Văn Chựa', address: 'anh', position: economy },
  { unit: '03808', name: 'Cà Thị Thương', address: 'chi', position: culture },
  { unit: '04045', name: 'Vàng A Tểnh', address: 'anh', position: culture },
  { unit: '03982', name: 'Đinh Thị Hoa', address: 'chi', position: economy },
  { unit: '03814', name: 'Cầm Văn Chiêu', address: 'anh', position: economy },
  { unit: '04168', name: 'Lò Văn Hặc', address: 'anh', position: economy },
  { unit: '04099', name: 'Vì Thị Chanh', address: 'chi', position: culture },
  { unit: 'SYT', name: 'Trần Thị Mai Phương', address: 'chi', position: plan },
  { unit: 'SGDDT', name: 'Bạc Cầm Khuyên', address: 'chi', position: plan },
  { unit: 'SNNMT', name: 'Nguyễn Đình Thắng', address: 'anh', position: plan },
  { unit: 'SVHTTDL', name: 'Điêu Thị Xiêng', address: 'chi', position: plan },
  { unit: 'SDTTG', name: 'Mùa Thị Say', address: 'chi', position: plan },
  { unit: 'SXD', name: 'Nguyễn Văn Bình', address: 'anh', position: plan },
  { unit: 'STC', name: 'Phạm Quốc Việt', address: 'anh', position: 'Chuyên viên Phòng Quản lý ngân sách' },
  { unit: 'HPN', name: 'Tòng Thị Kiên', address: 'chi', position: 'Ban Hỗ trợ phụ nữ phát triển kinh tế' },
  { unit: 'CTD', name: 'Lê Minh Đức', address: 'anh', position: 'Ban Công tác xã hội' },
  { unit: 'BVDK', name: 'Hà Thị Nhung', address: 'chi', position: 'Phòng Kế hoạch tổng hợp' },
  { unit: 'DHTB', name: 'Vũ Hồng Quân', address: 'anh', position: 'Phòng Khoa học và Hợp tác quốc tế' },
] as const;
