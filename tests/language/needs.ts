/** Whole needs as they come in, with what each says. Titles are compared by their words; fields left out are not checked, `null` must be absent. */
export interface NeedRow {
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
const vnd = (amount: number) => ({ amount, currency: 'VND' });
const usd = (amount: number) => ({ amount, currency: 'USD' });

export const needTexts: readonly NeedRow[] = [
  {
    text: 'Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.',
    fields: {
      org: 'UBND xã Co Mạ',
      title: 'Nước sạch cho 3 bản, xã Co Mạ',
      field: 'water_sanitation',
      place: ['Co Mạ'],
      beneficiaries: [
        { count: 120, unit: 'households' },
        { count: 3, unit: 'villages' },
      ],
      budget: vnd(8e8),
      requested_aid: vnd(7e8),
      counterpart: vnd(1e8),
      start: '2027-03-01',
      end: '2027-11-30',
      duration_months: 9,
      contact: null,
    },
  },
  {
    text: 'xa long he xin xay 2 phong hoc mam non cho 60 chau, kp 1ty2, doi ung 200tr, lam tu thang 4 den thang 12/2027, lh chi Giang Thi Mo 0977123456',
    fields: {
      org: 'UBND xã Long Hẹ',
      field: 'education',
      place: ['Long Hẹ'],
      beneficiaries: [{ count: 60, unit: 'children' }],
      budget: vnd(1.2e9),
      counterpart: vnd(2e8),
      requested_aid: vnd(1e9),
      start: '2027-04-01',
      end: '2027-12-31',
      contact: { name: 'Giang Thi Mo', phone: '0977123456' },
    },
  },
  {
    text: 'Đơn vị: Sở Giáo dục và Đào tạo\nTên dự án: Thư viện thân thiện cho trường tiểu học\nLĩnh vực: Giáo dục\nĐịa điểm: xã Sông Mã, xã Huổi Một\nMục tiêu: 1.100 học sinh có thư viện\nĐối tượng hưởng lợi: 1.100 học sinh\nTổng kinh phí: 650 triệu đồng\nĐề nghị viện trợ: 600 triệu đồng\nVốn đối ứng: 50 triệu đồng\nThời gian thực hiện: 10 tháng từ tháng 2/2027\nNgười liên hệ: Bà Lò Thị Hương - Chuyên viên, ĐT: 0912.345.678, email huong.lt@sonla.gov.vn',
    fields: {
      org: 'Sở Giáo dục và Đào tạo',
      title: 'Thư viện thân thiện cho trường tiểu học',
      field: 'education',
      place: ['Sông Mã', 'Huổi Một'],
      beneficiaries: [{ count: 1100, unit: 'students' }],
      budget: vnd(6.5e8),
      requested_aid: vnd(6e8),
      counterpart: vnd(5e7),
      start: '2027-02-01',
      end: '2027-11-30',
      duration_months: 10,
      contact: { name: 'Lò Thị Hương', position: 'Chuyên viên', phone: '0912345678', email: 'huong.lt@sonla.gov.vn' },
      objective: '1.100 học sinh có thư viện',
    },
  },
  {
    text: 'UBND xã Mường Lạn kính đề nghị Sở Ngoại vụ xem xét, kêu gọi tài trợ dự án "Xây cầu dân sinh bản Co Muông". Quy mô phục vụ 85 hộ, 410 nhân khẩu. Tổng mức đầu tư 3,2 tỷ đồng, trong đó đề nghị viện trợ 2,8 tỷ đồng, vốn đối ứng của địa phương 400 triệu đồng. Thời gian thực hiện: năm 2027. Đầu mối: ông Vì Văn Thiêm, Phó Chủ tịch UBND xã, điện thoại 0983 111 222.',
    fields: {
      org: 'UBND xã Mường Lạn',
      title: 'Xây cầu dân sinh bản Co Muông',
      field: 'infrastructure',
      place: ['Mường Lạn'],
      budget: vnd(3.2e9),
      requested_aid: vnd(2.8e9),
      counterpart: vnd(4e8),
      start: '2027-01-01',
      end: '2027-12-31',
      contact: { name: 'Vì Văn Thiêm', phone: '0983111222', position: 'Phó Chủ tịch UBND xã' },
    },
  },
  {
    text: 'hội nông dân tỉnh đăng ký dự án nuôi bò sinh sản cho hai trăm hộ nghèo ở Bắc Yên và Phù Yên, tổng bốn tỷ rưỡi, dân đối ứng năm trăm triệu, làm ba năm từ quý một năm 2027, liên hệ anh Hùng không chín một hai ba bốn năm sáu bảy tám',
    fields: {
      org: 'Hội Nông dân tỉnh',
      field: 'agriculture',
      place: ['Bắc Yên', 'Phù Yên'],
      beneficiaries: [{ count: 200, unit: 'households' }],
      budget: vnd(4.5e9),
      counterpart: vnd(5e8),
      requested_aid: vnd(4e9),
      start: '2027-01-01',
      end: '2029-12-31',
    },
  },
  {
    text: 'Name: Clean water for Nam Lau\nSector: water\nLocation: Nam Lau commune\nBeneficiaries: 340 households\nTotal budget: USD 52,000\nGrant requested: USD 47,000\nDuration: March 2027 - December 2027\nContact person: Mr. Lo Van Hac, 0904 555 666',
    fields: {
      title: 'Clean water for Nam Lau',
      field: 'water_sanitation',
      place: ['Nậm Lầu'],
      beneficiaries: [{ count: 340, unit: 'households' }],
      budget: usd(52000),
      requested_aid: usd(47000),
      counterpart: usd(5000),
      start: '2027-03-01',
      end: '2027-12-31',
      contact: { name: 'Lo Van Hac', phone: '0904555666' },
    },
  },
  {
    text: 'Phường Thảo Nguyên đề xuất lắp 40 bộ đèn năng lượng mặt trời, mỗi bộ 5 triệu, tổng 200 triệu, xin viện trợ toàn bộ, quý III/2027',
    fields: {
      org: 'UBND phường Thảo Nguyên',
      place: ['Thảo Nguyên'],
      budget: vnd(2e8),
      requested_aid: vnd(2e8),
      start: '2027-07-01',
      end: '2027-09-30',
    },
  },
  {
    text: 'Bệnh viện đa khoa tỉnh xin hỗ trợ phẫu thuật khe hở môi cho 80 trẻ, 1 tỷ, đối ứng 10%',
    fields: {
      org: 'Bệnh viện Đa khoa tỉnh',
      field: 'health',
      beneficiaries: [{ count: 80, unit: 'children' }],
      budget: vnd(1e9),
      counterpart: vnd(1e8),
      requested_aid: vnd(9e8),
      start: null,
    },
  },
  {
    text: 'UBND XÃ TÀ HỘC\nSố: 45/TTr-UBND\nTà Hộc, ngày 20 tháng 11 năm 2026\nTỜ TRÌNH\nKính gửi: Sở Ngoại vụ tỉnh Sơn La\nUBND xã Tà Hộc đề nghị hỗ trợ xây dựng nhà bán trú trường PTDTBT THCS Tà Hộc phục vụ 180 học sinh. Tổng kinh phí 2,4 tỷ đồng, đối ứng 400 triệu đồng. Thời gian: 12 tháng từ tháng 1/2027.',
    fields: {
      org: 'UBND xã Tà Hộc',
      field: 'education',
      place: ['Tà Hộc'],
      beneficiaries: [{ count: 180, unit: 'students' }],
      budget: vnd(2.4e9),
      counterpart: vnd(4e8),
      requested_aid: vnd(2e9),
      start: '2027-01-01',
      end: '2027-12-31',
    },
  },
  {
    text: 'Sở VHTTDL: bảo tồn nghề dệt thổ cẩm cho 12 bản ở Vân Hồ; kinh phí khoảng 900 triệu - 1 tỷ; 24 tháng bắt đầu 6/2027; liên hệ Ms Hà 0912 777 888',
    fields: {
      org: 'Sở Văn hóa, Thể thao và Du lịch',
      field: 'culture',
      place: ['Vân Hồ'],
      budget: { min: 9e8, max: 1e9, currency: 'VND' },
      start: '2027-06-01',
      end: '2029-05-31',
      duration_months: 24,
      contact: { name: 'Hà', phone: '0912777888' },
    },
  },
];
