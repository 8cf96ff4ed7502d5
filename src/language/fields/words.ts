import type { FieldOfWork } from '../types.ts';

/**
 * Words that show a field of work, in both languages. 3: names the field; 2: work of that field; 1: a hint that others outweigh.
 * Longer phrases win over the shorter ones inside them ("nhà vệ sinh trường học" over "trường học").
 */
export const fieldWords: Readonly<Record<FieldOfWork, Readonly<Record<1 | 2 | 3, string>>>> = {
  agriculture: {
    3: 'nông nghiệp|lâm nghiệp|nông lâm|ngư nghiệp|thủy sản|chăn nuôi|trồng trọt|nông thôn|phát triển nông thôn|khuyến nông|nông lâm ngư nghiệp|agriculture|agricultural|farming|livestock|nn ptnt|sinh kế nông nghiệp',
    2: 'sinh kế|giống|giống ngô|giống lúa|cây giống|con giống|bò sinh sản|nuôi bò|nuôi dê|nuôi lợn|nuôi gà|nuôi ong|trâu bò|đàn bò|gia súc|gia cầm|lợn|dê|gà|vịt|nuôi cá|cá lồng|cà phê|chè|mận|xoài|nhãn|chanh leo|cây ăn quả|rau an toàn|rau sạch|rau hữu cơ|rau|lúa|ngô|sắn|mía|mắc ca|sơn tra|hữu cơ|vườn ươm|phân bón|thức ăn chăn nuôi|chuồng trại|hợp tác xã nông nghiệp|nông dân|nông sản|thủy lợi|thú y|vườn hộ|dâu tằm|nấm|dược liệu|thảo quả|sa nhân|livelihood|livelihoods|coffee|cattle|goat|goats|pig|pigs|chicken|seed|seeds|crop|crops|farmers|cooperative farming|vegetables|beekeeping|tưới tiêu|kênh mương|mương|tưới|nương|ruộng|bò|máy cày|máy xới|máy nông nghiệp|an ninh lương thực|food security|fish|irrigation|bưởi|cam|dứa|thanh long|quế|tre|mật ong|trâu',
    1: 'bà con|hợp tác xã|htx|hộ nghèo|tre măng',
  },
  health: {
    3: 'y tế|sức khỏe|sức khoẻ|khám chữa bệnh|khám bệnh|chữa bệnh|dinh dưỡng|health|healthcare|medical|nutrition|yt',
    2: 'điều dưỡng|y sĩ|hộ lý|sơ cứu|sơ cấp cứu|first aid|mang thai|thai sản|tự kỷ|trạm y tế|bệnh viện|bệnh nhân|phòng khám|suy dinh dưỡng|sản nhi|bà mẹ|bà mẹ và trẻ em|tiêm chủng|vắc xin|phẫu thuật|khe hở môi|xe cứu thương|cứu thương|thiết bị y tế|máy siêu âm|siêu âm|máy thở|x quang|thuốc|bác sĩ|hộ sinh|cô đỡ thôn bản|y tế thôn bản|y tế bản|hiv|aids|lao|sốt rét|bệnh|khám mắt|mắt|mổ mắt|đục thủy tinh thể|nha khoa|răng miệng|sức khỏe sinh sản|sinh sản|phục hồi chức năng|dịch bệnh|clinic|hospital|ambulance|vaccination|maternal|midwives|surgery|eye care|nurse|nurses|doctors|lồng ấp|sơ sinh|giường bệnh|tâm thần|sức khỏe tâm thần|thấp còi|quân y|cấp cứu|blood|patients|health station|kính mắt|xét nghiệm|khám sức khỏe|dân số|kế hoạch hóa gia đình',
    1: 'bữa ăn|sữa|ambulances',
  },
  education: {
    3: 'giáo dục|giáo dục và đào tạo|gd đt|education|educational|gd|giáo dục mầm non|dạy học|dạy và học|gdđt',
    2: 'trường học|trường tiểu học|trường mầm non|tiểu học|mầm non|thcs|thpt|ptdtbt|ptdtnt|trường|lớp học|phòng học|điểm trường|học sinh|giáo viên|thư viện|tủ sách|sách vở|sách|học bổng|bán trú|nhà bán trú|nội trú|ký túc xá|bếp ăn bán trú|bàn ghế|đồ dùng học tập|thiết bị dạy học|học tập|xóa mù chữ|mù chữ|sách giáo khoa|phòng máy|phòng máy tính|phòng tin học|tin học|máy tính cho trường|máy tính|tiếng anh|ngoại ngữ|stem|mẫu giáo|nhà trẻ|đến trường|bỏ học|kỹ năng sống|school|schools|kindergarten|preschool|classroom|classrooms|pupils|students|teachers|library|libraries|scholarship|scholarships|boarding|books|textbooks|literacy|dormitory|nhà công vụ giáo viên|nhà công vụ|trẻ em gái đến trường|sân chơi|đồ chơi|sinh viên|đại học|cao đẳng|computers|tiếng việt cho trẻ',
    1: 'tập huấn|đào tạo|trẻ em|training|dạy',
  },
  vocational: {
    3: 'đào tạo nghề|dạy nghề|học nghề|giáo dục nghề nghiệp|hướng nghiệp|vocational|vocational training|việc làm|tạo việc làm|giải quyết việc làm|nghề nghiệp|khởi nghiệp thanh niên|lao động việc làm|job training|employment',
    2: 'trung tâm dạy nghề|nghề may|lớp nghề|nghề|tay nghề|kỹ năng nghề|lao động|xuất khẩu lao động|lao động nông thôn|job|jobs|skills training|tailoring|apprenticeship|thanh niên thất nghiệp|nghề mộc|sửa xe|sửa chữa xe máy|hàn điện|cắt tóc|nghề nấu ăn|pha chế|thợ xây|trung tâm giới thiệu việc làm',
    1: 'thanh niên|đào tạo',
  },
  social: {
    3: 'xã hội|an sinh xã hội|an sinh|công tác xã hội|bảo trợ xã hội|bình đẳng giới|giới|bảo vệ trẻ em|phòng chống mua bán người|mua bán người|mua bán ng|buôn bán người|buôn người|buôn bán phụ nữ|tảo hôn|người khuyết tật|khuyết tật|nkt|bạo lực gia đình|bạo lực giới|social|gender|gender equality|disability|disabilities|child protection|trafficking|child marriage|domestic violence|social welfare|hôn nhân cận huyết',
    2: 'phụ nữ|trẻ mồ côi|mồ côi|người già|người cao tuổi|người nghèo|hộ nghèo|nhà ở cho hộ nghèo|nhà ở|nhà tình thương|nhà tình nghĩa|xóa nhà tạm|nhà tạm|nhà đại đoàn kết|trẻ em|quyền trẻ em|trẻ em nghèo|trẻ em khuyết tật|xe lăn|ma túy|tệ nạn|cai nghiện|áo ấm|quà tết|chăn ấm|gạo|women|orphans|elderly|poor households|children|housing|wheelchair|wheelchairs|vulnerable|phụ nữ nghèo|phụ nữ đơn thân|hỗ trợ trẻ em|trẻ lang thang|xâm hại|xâm hại trẻ em|nạn nhân|bà con nghèo|hòa nhập|giảm nghèo|chị em|inclusion|poverty|xóa đói giảm nghèo|domestic|warm clothes|bảo trợ',
    1: 'hộ|cộng đồng|gia đình|truyền thông|quà|nâng cao năng lực cho phụ nữ|nhà văn hóa',
  },
  environment: {
    3: 'môi trường|bảo vệ môi trường|đa dạng sinh học|biến đổi khí hậu|khí hậu|bđkh|bảo tồn thiên nhiên|environment|environmental|biodiversity|climate|climate change|thích ứng biến đổi khí hậu|conservation',
    2: 'vỏ thuốc trừ sâu|vỏ thuốc bảo vệ thực vật|bao bì thuốc|thu gom vỏ|rừng|bảo vệ rừng|trồng rừng|vượn|vượn đen|bảo tồn vượn|động vật hoang dã|rác thải|rác|xử lý rác|chất thải|chất thải rắn|nhựa|rác thải nhựa|túi ni lông|năng lượng tái tạo|năng lượng mặt trời|điện mặt trời|bếp cải tiến|bếp tiết kiệm|biogas|khí sinh học|carbon|các bon|khu bảo tồn|vùng đệm|ô nhiễm|xanh|cây xanh|forest|forests|reforestation|wildlife|waste|plastic|renewable|solar|emissions|lâm sản|rừng đặc dụng|kiểm lâm|gibbon|lò đốt rác|thu gom rác|tree planting|bếp đun|sạt lở bờ sông|xử lý nước thải|nước thải',
    1: 'thiên nhiên|sinh thái|bảo tồn',
  },
  disaster_response: {
    3: 'thiên tai|phòng chống thiên tai|giảm nhẹ thiên tai|pctt|cứu trợ|cứu trợ khẩn cấp|cứu hộ|khẩn cấp|ứng phó thiên tai|cứu hộ cứu nạn|disaster|disasters|emergency|relief|disaster response|disaster risk',
    2: 'lũ quét|lũ lụt|lũ|bão lũ|bão|sạt lở|sạt lở đất|hạn hán|rét đậm|rét hại|cháy rừng|cảnh báo sớm|cảnh báo lũ|mưa đá|động đất|lốc|khắc phục hậu quả bão|khắc phục hậu quả lũ|khắc phục hậu quả mưa lũ|mưa lũ|ngập lụt|tái định cư|di dân khẩn cấp|flood|floods|flash flood|landslide|landslides|storm|typhoon|drought|early warning|áo phao|xuồng cứu hộ|bị trôi|cuốn trôi|di dời|sơ tán|tái thiết sau lũ|hail',
    1: 'khắc phục hậu quả|khắc phục',
  },
  war_legacy: {
    3: 'bom mìn|rà phá bom mìn|hậu quả chiến tranh|khắc phục hậu quả chiến tranh|chất độc da cam|da cam|dioxin|vật nổ|vật liệu nổ|bom|war legacy|unexploded|uxo|landmine|landmines|mine action|agent orange|mine clearance|rà phá|nạn nhân bom mìn|nạn nhân chất độc da cam|liệt sĩ|hài cốt liệt sĩ|đạn|legacies of war|mine risk|bom đạn',
    2: 'cựu chiến binh|thương binh|hài cốt|quy tập|veterans|mộ liệt sĩ|sau chiến tranh|chiến tranh',
    1: 'tai nạn thương tích',
  },
  culture: {
    3: 'văn hóa|thể thao|du lịch|du lịch cộng đồng|di sản|bảo tồn văn hóa|culture|cultural|tourism|community tourism|heritage|sport|sports|văn hóa thể thao|homestay|văn hoá',
    2: 'nhà văn hóa|lễ hội|dân ca|múa xòe|xòe thái|nghệ thuật|văn nghệ|bảo tàng|di tích|thổ cẩm|dệt thổ cẩm|nghề dệt|nghề truyền thống|nghề dệt thổ cẩm|bảo tồn nghề|làng văn hóa|bản sắc|bản sắc văn hóa|nhạc cụ|khèn|hát then|chữ thái|chữ viết|sân bóng|bóng đá|festival|museum|crafts|brocade|football|music|dance|trang phục truyền thống|tiếng dân tộc|ẩm thực|nghệ nhân|traditional|sân vận động|hmong culture|trò chơi dân gian|thư viện tỉnh',
    1: 'truyền thống|làng nghề|thư viện|tủ sách',
  },
  economy: {
    3: 'kinh tế|phát triển kinh tế|thương mại|thương mại điện tử|doanh nghiệp|khởi nghiệp|công nghiệp|economy|economic|business|enterprise|enterprises|trade|e commerce|startup|market access|chuỗi giá trị|value chain|value chains|tài chính vi mô|microfinance|xúc tiến thương mại',
    2: 'ocop|sàn thương mại điện tử|làng nghề|xuất khẩu|tiêu thụ sản phẩm|thị trường|chế biến|chế biến nông sản|vay vốn|vốn vay|tín dụng|tiết kiệm tín dụng|quỹ quay vòng|hợp tác xã|htx|liên kết sản xuất|thương hiệu|nhãn hiệu|chỉ dẫn địa lý|siêu thị|hội chợ|small business|savings groups|cooperatives|cooperative|loan|loans|processing|branding|sme|tiểu thương|chợ|kinh doanh|bao bì|đóng gói|logistics|products|markets|marketing|công thương|khuyến công|thu nhập|tăng thu nhập|household income',
    1: 'sinh kế|sản phẩm|nông sản',
  },
  infrastructure: {
    3: 'hạ tầng|cơ sở hạ tầng|giao thông|infrastructure|transport|xây dựng cơ bản|hạ tầng giao thông|giao thông nông thôn',
    2: 'cầu|cầu treo|cầu dân sinh|đường|đường giao thông|đường bê tông|bê tông|đường bản|đường liên bản|đường vào bản|đường dân sinh|đường nông thôn|điện lưới|kéo điện|lưới điện|trạm biến áp|điện sinh hoạt|đèn đường|đèn chiếu sáng|chiếu sáng|bridge|bridges|road|roads|electricity|power line|suspension bridge|rural roads|kè|kè chống sạt lở|ngầm tràn|cống|trụ sở|street lights|internet|viễn thông|sóng điện thoại|chợ nông thôn|nhựa hóa|nâng cấp đường|điện',
    1: 'xây|xây dựng|sửa chữa|nâng cấp|công trình|nhà văn hóa|building|construction|renovation',
  },
  water_sanitation: {
    3: 'nước sạch|nước sạch và vệ sinh|nước sinh hoạt|cấp nước|vệ sinh môi trường|nước sạch vệ sinh|wash|clean water|water supply|drinking water|sanitation|water and sanitation|nước sạch nông thôn|vệ sinh nông thôn',
    2: 'bể nước|giếng|giếng khoan|giếng nước|nhà vệ sinh|nhà tiêu|nhà tiêu hợp vệ sinh|công trình vệ sinh|nhà vệ sinh trường học|lọc nước|máy lọc nước|đường ống nước|ống nước|nước ăn|nước uống|nguồn nước|thiếu nước|nước tự chảy|nước|rửa tay|vệ sinh|vệ sinh trường học|bồn nước|tec nước|téc nước|trạm bơm|bơm nước|hệ thống nước|hệ thống cấp nước|bể chứa|toilet|toilets|latrine|latrines|water tank|water tanks|water|well|wells|hygiene|handwashing|school toilets|nước máy|bể chứa nước|mó nước|công trình nước',
    1: 'khan hiếm nước',
  },
  governance: {
    3: 'quản trị|quản trị công|cải cách hành chính|chuyển đổi số|hành chính công|năng lực cán bộ|nâng cao năng lực cán bộ|chính quyền số|governance|public administration|digital transformation|capacity building|pháp luật|tư pháp|phổ biến pháp luật|trợ giúp pháp lý|rule of law|legal aid|quản lý nhà nước|e government',
    2: 'quản lý tài chính|kế toán xã|kế toán|quản lý viện trợ|công chức|cán bộ xã|tập huấn cán bộ|bồi dưỡng cán bộ|dịch vụ công|một cửa|minh bạch|chính quyền địa phương|hội nhập quốc tế|đối ngoại|kế hoạch phát triển|giám sát cộng đồng|tham gia của người dân|trung tâm hành chính công|số hóa|hệ thống thông tin|phần mềm|civil servants|local government|officials|digital|transparency|tuyên truyền pháp luật|hòa giải|hòa giải viên|kiến thức pháp luật|dữ liệu số|hành chính|năng lực',
    1: 'cán bộ|nâng cao năng lực|quản lý',
  },
};

/** Phrases that hold one of the words above and say nothing of a field: "nhu cầu" has no bridge in it. */
export const noFieldWords =
  'nhờ cán bộ|thưa cán bộ|cán bộ ơi|cán bộ ạ|gọi điện|điện cho|điện đàm|điện báo|điện hỏi|hỏi điện|nhu cầu|yêu cầu|nhịp cầu|danh sách|chính sách|ngân sách|điện thoại|điện tử|thư điện tử|bưu điện|nước ngoài|nhà nước|đất nước|nước nào|nước gì|trường hợp|thị trường|hiện trường|hội trường|trưởng phòng|trưởng đại diện|trưởng bản|hộ chiếu|đường link|đường dây|quốc tế|quan hệ|đại diện|toàn cầu|hội nhập|xanh sm|cơ quan|chính phủ|phi chính phủ|hệ thống|hộ kinh doanh|phòng ban|khẩn trương|trách nhiệm|công tác|mật ong|xin lỗi|bệnh viện tỉnh|sở|thông tin|việc làm việc|làm việc|công việc|cần việc|sự việc|đào tạo lại|liên hệ|đường hoàng|đề nghị|giới thiệu|giới hạn|thế giới|biên giới|địa giới|môi giới|thuốc lá|đình chỉ|hồ sơ|tổ chức|gia hạn|hết hạn|còn hạn|thời hạn|quá hạn|lùi hạn|hạn nộp|sách trắng|điều kiện|sinh nhật|trao đổi|hoạt động|cho em|hiện nay|cán bộ đầu mối|cán bộ theo dõi|cán bộ phụ trách|sẵn sàng|quản lý|anh em|các em';
