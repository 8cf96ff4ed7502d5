import { Phrases } from '../text/phrases.ts';
import { shortened } from './short-forms.ts';

/**
 * The words by which messages ask for things, grouped by what they say (a "cue"). Rules (rules.ts) combine cues; nothing else knows these words.
 * A phrase with marks matches text typed without them; marks that were typed must agree.
 */
const cues = {
  need: 'nhu cầu|nc|đề xuất|dx|đx|nhu cầu viện trợ|need|needs|proposal|proposals|đề nghị viện trợ|phiếu nhu cầu|request|requests|bản đề xuất|đề xuất viện trợ|nhu cau',
  new_need:
    'đăng ký nhu cầu|gửi nhu cầu|nộp nhu cầu|nhập nhu cầu|thêm nhu cầu|tạo nhu cầu|khai nhu cầu|đăng ký đề xuất|gửi đề xuất|nộp đề xuất|đề xuất mới|nhu cầu mới|muốn đề xuất|xin đề xuất|muốn xin|đăng ký hỗ trợ|đk nhu cầu|đk nc|dk nhu cau|submit a need|new need|register a need|submit a proposal|new proposal|xin đăng ký|muốn đăng ký|lập nhu cầu|làm nhu cầu mới|thêm đề xuất|tạo đề xuất|có nhu cầu|submit need|add a need|gửi nc|nhập nc|báo nhu cầu|nêu nhu cầu|đề xuất thêm|đăng ký thêm|viết nhu cầu|muốn gửi nhu cầu|cần gửi nhu cầu|create a need|submit new need|khai báo nhu cầu',
  want: 'xin|cần|muốn|muon|em muon|toi muon|mong|đề nghị|đề xuất|xin hỗ trợ|cần hỗ trợ|xin kinh phí|kêu gọi|mong muốn|mong được|we need|need|request|requesting|would like|đăng ký|đk|xin tài trợ|cần tài trợ|xin viện trợ|gửi|thiếu',
  work: 'xây|xây dựng|sửa chữa|sửa|làm|cấp|cấp phát|mua|mua sắm|lắp|lắp đặt|trang bị|hỗ trợ|tập huấn|đào tạo|nâng cấp|cải tạo|khoan|trồng|nuôi|tặng|bổ sung|kéo|thay|dạy|mở lớp|tổ chức|truyền thông|phẫu thuật|khám|build|repair|provide|install|equip|train|rà phá|bảo tồn|phục dựng|xóa',
  urgent:
    'khẩn cấp|lũ cuốn|cuốn trôi|sạt lở|lũ quét|urgent|emergency|hỗ trợ khẩn|cứu trợ|xin cứu trợ|trôi nhà|thiệt hại|bão|mưa đá|sập',
  mine: 'của em|của tôi|của mình|của chúng tôi|của đơn vị|đơn vị em|đơn vị tôi|đơn vị mình|bên em|bên tôi|bên mình|xã em|xã tôi|xã mình|sở em|sở tôi|phường em|phường tôi|em đã|tôi đã|mình đã|chúng tôi đã|cơ quan em|cơ quan tôi|nhà em|my|our|i have|we have|have i|have we|did i|did we|hội em|trường em|hội tôi|em gửi|tôi gửi|mình gửi|em nộp|tôi nộp|bọn em|chúng em|xã e|sở e|bên e|phường e|đơn vị e|e gửi|e đã|của e|e nộp|hội e|em vừa gửi|vừa gửi|mine|sở mình|phường mình',
  state:
    'tình hình|tỷ lệ nộp|tỉ lệ nộp|tỷ lệ gửi|tỉ lệ gửi|bao nhiêu phần trăm|đến đâu|tới đâu|đến đâu rồi|tới đâu rồi|thế nào rồi|ra sao rồi|tình trạng|trạng thái|tiến độ|xử lý chưa|xử lý đến đâu|duyệt chưa|được duyệt chưa|có được duyệt|được tiếp nhận chưa|nhận chưa|đã nhận chưa|đã nhận được chưa|đc duyệt chưa|kết quả|sao rồi|status|progress|ntn rồi|how far|được chưa|đã được duyệt|xem xét chưa|xong chưa|đã duyệt chưa|đã tiếp nhận chưa|phản hồi chưa|có phản hồi|what happened to|bị trả lại|ở bước nào|bước nào rồi|đã xong chưa|nhận được chưa|where is|có kết quả|đã được tiếp nhận|did you receive|have you received|received my|giờ sao rồi|giờ sao|sao rồi ạ|nhận được nhu cầu',
  see: 'xem|xem lại|cho xem|kiểm tra|tra cứu|tìm|liệt kê|danh sách|ds|cho em xem|hiển thị|mở|show|list|view|check|find|search|lọc ra|lọc theo|lọc các|lọc nhu cầu|thống kê|tổng hợp|see|cho biết|cho hỏi|tìm kiếm|look up|kể tên|cho tôi|cho mình|cho anh|cho chị|cần xem|cần danh sách|gồm những|có những',
  which:
    'nào|những|gì|ai|which|what|who|những gì|cái gì|những cái gì|mấy|bao nhiêu|how many|bn|các|tất cả|all|nhung gi|còn ai|những ai|có bao nhiêu|j|any|are there|có mấy|tất cả các',
  q: 'không|ko|k|chưa|à|hả|nhỉ|nào|gì|bao giờ|khi nào|thế nào|bao nhiêu|ở đâu|ai|sao|what|when|who|where|how|which|why|ntn|hok|is|are|does|do|has|have|can|được không|bn',
  edit: 'sửa|sửa lại|đổi|đổi lại|thay|thay đổi|chỉnh|chỉnh lại|chỉnh sửa|điều chỉnh|cập nhật|cập nhật lại|update|change|edit|correct|thêm|bổ sung|bổ sung thêm|tăng|giảm|ghi lại|ghi nhầm|nhập nhầm|ghi sai|nhập sai|nhầm|nâng|modify|fix|replace|add|sửa giúp|chuyển|gõ nhầm|sửa thành|lại thành|tăng lên|giảm xuống|set|amend|viết lại|kéo dài|rút ngắn|thay bằng|đính chính',
  into: 'thành|là|sang|lên|xuống|còn|to|into|bằng|lại là|thành ra|from',
  need_part:
    'kinh phí|tên|tiêu đề|địa điểm|lĩnh vực|thời gian|liên hệ|người liên hệ|đối ứng|số hộ|số người|số điện thoại|sđt|đối tượng|mục tiêu|số tiền|tổng kinh phí|vốn đối ứng|người hưởng lợi|hưởng lợi|đầu mối|ngày bắt đầu|ngày kết thúc|thời hạn|số tháng|budget|title|name|place|location|field|contact|phone|counterpart|beneficiaries|kp|viện trợ|nơi thực hiện|địa bàn|bắt đầu|kết thúc|requested|amount|start|end|duration|email|đ ư|tổng tiền|tổng vốn|tổng|số học sinh|số bản',
  withdraw:
    'rút|rút lại|rút nhu cầu|xin rút|thu hồi|withdraw|hủy nhu cầu|xóa nhu cầu|bỏ nhu cầu|hủy đề xuất|xóa đề xuất|rút đề xuất|bỏ đề xuất|take back|rút hồ sơ|không gửi nữa|cancel need|delete need|cancel my need|thôi không gửi|retract|rút về|không xin nữa|không đề xuất nữa|hủy nc|bỏ nc|rút nc|xóa nc|gỡ|pull',
  no_need:
    'không có nhu cầu|ko có nhu cầu|k có nhu cầu|không có nhu cầu gì|không có đề xuất|không đề xuất|không đăng ký|không có nc|ko có nc|chưa có nhu cầu|no need|no needs|no proposal|no proposals|không phát sinh nhu cầu|không còn nhu cầu|xin không đăng ký|không nhu cầu|ko nhu cầu|không có đề xuất gì|hok có nhu cầu|kg có nhu cầu|k có nc|nothing to propose|không có gì để đề xuất|ko có đề xuất|không tham gia đợt|k có đề xuất|have no needs|không xin gì|kco nhu cau|hong co nhu cau|không có phát sinh|no request|không phát sinh|ko đăng ký|k đăng ký',
  ngo: 'ngo|ngos|ingo|tổ chức|tc|pcpnn|tcpcpnn|phi chính phủ|tổ chức phi chính phủ|tổ chức nước ngoài|organisation|organisations|organization|organizations|nhà tài trợ|donor|donors|tổ chức nào|to chuc|bên nào|ai tài trợ|funder|đối tác|charity|partner|partners',
  ngo_plural:
    'các tổ chức|những tổ chức|tổ chức nào|ngo nào|ngos|các ngo|bao nhiêu tổ chức|bao nhiêu ngo|organisations|which ngo|which ngos|tc nào|mấy tổ chức|danh sách ngo|ds ngo|danh sách tổ chức|những ngo|các tc|tổ chức phi chính phủ nào|tổ chức pcpnn|list ngos|bên nào|ngo j|ngo gì|đối tác nào|tổ chức gì|nhà tài trợ nào|có ngo|có tổ chức|mấy ngo|donors|partners|ai làm|ai đang làm|tìm ngo|tìm tổ chức|bn ngo|bn tổ chức|which organisations|which organizations',
  mission:
    'đại sứ quán|sứ quán|đsq|lãnh sự quán|lãnh sự|lsq|cơ quan đại diện|cơ quan đại diện ngoại giao|embassy|embassies|consulate|consulates|tổng lãnh sự|đại sứ|dsq|phái đoàn|cqđdng|su quan|ambassador|mission|missions|khoản tài trợ nhỏ|small grants|ggp|dap',
  expire:
    'hết hạn|sắp hết hạn|hết hiệu lực|đáo hạn|hết hạn đăng ký|expire|expires|expiring|expired|het han|đến hạn gia hạn|cần gia hạn|hết hạn giấy|sắp hết hiệu lực|phải gia hạn|hết phép|due for renewal|run out|runs out|lapse|lapses|running out|đến kỳ gia hạn|tới hạn gia hạn',
  valid:
    'còn giấy|còn giấy đăng ký|còn giấy phép|còn hạn|còn hiệu lực|hiệu lực|giấy đăng ký|gđk|giấy phép|đăng ký hoạt động|certificate|registration|registered|valid|còn phép|hạn|đăng ký|gia hạn|thời hạn giấy|con han|hạn đăng ký|giấy dk|giấy đk|permit|licence|license|số giấy|đăng ký đến|hạn đến|đăng kí',
  about:
    'thông tin|tình trạng|tình hình|thẻ|hồ sơ|giới thiệu|về|là tổ chức gì|thế nào|ra sao|status|info|information|about|profile|card|tell me about|chi tiết|là ai|lĩnh vực gì|làm gì|hoạt động gì|tt|tổng quan|có hoạt động|còn hoạt động|đang hoạt động|hoạt động|trụ sở|nước nào|ở đâu|là gì',
  active:
    'đang hoạt động|đang làm|đang triển khai|đang có dự án|có dự án|hoạt động|đang thực hiện|active|working|operating|running|làm về|làm|hỗ trợ|chuyên|lĩnh vực|ở|tài trợ|quan tâm|in',
  project:
    'đang làm gì|đang triển khai gì|làm dự án gì|dự án|chương trình|project|projects|programme|programmes|da|các dự án|những dự án',
  contacts:
    'liên hệ|liên lạc|số điện thoại|sđt|điện thoại|email|người liên hệ|đầu mối|địa chỉ|contact|contacts|phone|phone number|address|ai phụ trách|trưởng đại diện|đại diện|liên hệ ai|gặp ai|mail|sdt|số đt|đt|hotline|website|trưởng văn phòng|how to reach|reach|who is the contact|người đại diện|gọi ai|gọi cho ai|văn phòng ở đâu|lh|phụ trách|số của|xin số|cho số',
  review_accept:
    'tiếp nhận|chấp nhận|duyệt|phê duyệt|đưa vào danh mục|accept|approve|thông qua|đồng ý tiếp nhận|đồng ý nhu cầu|nhận nhu cầu|cho vào danh mục|ghi nhận nhu cầu|duyet|bổ sung vào danh mục|đưa nhu cầu|vào danh mục|ok nhu cầu|đồng ý|ok nc|nhận nc|xếp vào danh mục',
  review_return:
    'trả lại|trả về|yêu cầu bổ sung|đề nghị bổ sung|cần bổ sung|return|yêu cầu hoàn thiện|đề nghị hoàn thiện|yêu cầu làm rõ|trả hồ sơ|trả|send back|cho làm lại|bổ sung thêm|hoàn thiện lại|yêu cầu đơn vị|bảo đơn vị|sửa lại đi|yêu cầu sửa|đề nghị đơn vị bổ sung|bổ sung hồ sơ|gửi trả',
  review_reject:
    'từ chối|loại|không đưa vào danh mục|không tiếp nhận|không chấp nhận|không duyệt|bác|reject|decline|không đồng ý|không phê duyệt|bỏ khỏi danh mục|loại khỏi danh mục|ko duyệt|ko tiếp nhận|refuse|k duyệt|không nhận',
  match:
    'phù hợp|tài trợ được|hỗ trợ được|có thể tài trợ|có thể hỗ trợ|gợi ý|khớp|match|matching|ai tài trợ|ngo nào tài trợ|tổ chức nào tài trợ|kết nối|ghép|quan tâm|suitable|giới thiệu cho|could fund|can fund|might fund|hợp với|nhận tài trợ|nên mời|nên gửi|gửi cho ngo nào|giới thiệu ngo|who could|who can fund|vận động ai|vận động ngo|vận động tổ chức|gợi ý ngo|tìm ngo cho|tìm nhà tài trợ|tìm tổ chức cho|fund|fits|fit|kêu gọi ai|mời ai|nên giới thiệu',
  submitted:
    'đã nộp|đã gửi|nộp rồi|gửi rồi|submitted|đã có nhu cầu|đã đăng ký|nộp xong|gửi xong|đã hoàn thành|nộp đủ|gửi đủ|have submitted|đã báo cáo|nop roi|đã nộp rồi|nộp chưa|gửi chưa|nộp được|gửi được|gửi mấy|nộp mấy|nộp hết|gửi hết|nộp đủ chưa|mấy cái|gửi những gì|nộp những gì|đã đăng ký những',
  not_submitted:
    'chưa nộp|chưa gửi|còn thiếu|chưa có nhu cầu|chưa đăng ký|chưa báo cáo|not submitted|haven t submitted|have not submitted|hasn t submitted|còn nợ|chưa thấy nộp|chưa thấy gửi|chưa làm|chưa xong|chưa hoàn thành|missing|not yet submitted|chưa nop|chưa có báo cáo|chưa phản hồi|chưa trả lời|still outstanding|chưa chịu nộp|chưa chịu gửi|chưa đề xuất|thiếu những|yet to submit|not sent|haven t sent|chưa có gì',
  no_need_units:
    'báo không có nhu cầu|trả lời không có nhu cầu|đơn vị không có nhu cầu|đơn vị nào không có nhu cầu|xã nào không có nhu cầu|sở nào không có nhu cầu|declared no need|khai không có nhu cầu|báo không|những đơn vị không có nhu cầu|đăng ký không có nhu cầu|xác nhận không có nhu cầu',
  late: 'nộp muộn|gửi muộn|nộp trễ|gửi trễ|muộn|trễ hạn|chậm|late|nộp chậm|gửi chậm|nộp sau hạn|gửi sau hạn|sau hạn',
  overdue: 'quá hạn|overdue|quá hạn chưa nộp|đã quá hạn|trễ chưa nộp|past due|quá hạn chưa gửi|hết hạn chưa nộp',
  pending:
    'chờ xem xét|chờ duyệt|đang chờ|chưa duyệt|chưa xử lý|pending|chờ xử lý|chưa xem|chờ tiếp nhận|đang thẩm định|chờ ý kiến|chưa có ý kiến|awaiting|chờ thẩm định|đang xử lý|đang xem xét|chưa được duyệt|chưa xem xét|waiting|chờ phê duyệt|mới gửi',
  units:
    'đơn vị|đơn vị nào|các đơn vị|sở|sở nào|các sở|sở ngành|sở ban ngành|xã nào|các xã|xã|phường|phường nào|các phường|department|departments|commune|communes|units|unit|dv|dv nào|đv|ai|những ai|hội|đoàn thể|xã phường|bao nhiêu xã|bao nhiêu sở|ban ngành|mấy xã|mấy sở|wards|ward|who|cơ quan nào|cơ quan|địa phương|which communes|bn xã|bn đơn vị|mặt trận đoàn thể|hội đoàn thể|địa phương nào',
  deadline:
    'hạn nộp|hạn chót|hạn gửi|deadline|thời hạn nộp|hạn cuối|khi nào hết hạn nộp|nộp trước ngày nào|nộp đến ngày nào|bao giờ phải nộp|hạn đợt|hạn đăng ký nhu cầu|ngày nào hết hạn|hạn đến bao giờ|hạn đến khi nào|hạn là|còn bao nhiêu ngày|còn mấy ngày|khi nào phải nộp|khi nào nộp|bao giờ nộp|hạn của đợt|due date|hạn bao giờ|gửi trước ngày nào|hạn ngày nào|hạn khi nào|thời hạn gửi|khi nào đóng|bao giờ đóng|bao giờ hết hạn|hạn nộp nhu cầu|nộp chậm nhất|gửi chậm nhất|chậm nhất|muộn nhất|nộp muộn nhất|nộp bao giờ|gửi đến ngày nào|hạn thu',
  totals:
    'tổng số|tổng cộng|tổng kêu gọi|tổng kinh phí|tổng hợp|tổng số tiền|tổng nhu cầu|total|totals|tất cả bao nhiêu|bao nhiêu nhu cầu|how much|sum|tổng tiền|tổng hết|bao nhiêu tiền|tổng giá trị|tổng',
  round:
    'đợt|đợt này|kỳ này|đợt nhu cầu|đợt 1|đợt 2|đợt rà soát|đợt vận động|round|đợt đăng ký|đợt thu thập|đợt hiện tại|đợt đang mở|kỳ đăng ký|đợt vừa rồi|this round|đợt tới|đợt sau',
  round_open:
    'mở đợt|mở đợt mới|tạo đợt|bắt đầu đợt|phát động đợt|open round|open a round|open a new round|mở thêm đợt|mở kỳ|mở đăng ký|khởi động đợt|mở rà soát|open the round|mở đợt nhu cầu|open',
  round_close:
    'đóng đợt|kết thúc đợt|khóa đợt|chốt đợt|close round|close the round|dừng nhận|đóng cổng|khóa sổ|close|kết thúc sớm đợt|đóng đăng ký|đóng kỳ',
  round_extend:
    'gia hạn đợt|lùi hạn đợt|kéo dài đợt|gia hạn thêm|lùi hạn nộp|extend round|extend the round|extend the deadline|kéo dài hạn|dời hạn|gia hạn nộp|lùi hạn|gia hạn cho|đổi hạn nộp|dời hạn nộp|đổi hạn đợt|chuyển hạn|extend|gia hạn nhu cầu|gia hạn đợt nhu cầu|lùi deadline|dời deadline|kéo dài thời hạn|gia hạn thời gian nộp',
  remind:
    'nhắc|nhắc nhở|đôn đốc|nhắc lại|gửi nhắc|gửi thông báo|thông báo cho|thông báo đến|báo cho|mời|gửi giấy mời|gửi lời mời|remind|reminder|notify|invite|send a message|nhắn|nhắn cho|gửi tin|gửi tin nhắn|giục|hối|thúc|thông báo tới|thông báo|broadcast|nhắc giúp|gửi công văn nhắc|nhac nho|don doc|báo các|nhắc hẹn|send a reminder|gửi tin cho|gửi lời nhắc|nudge|announce|tell|phát thông báo',
  schedule:
    'bot sẽ gửi nhắc|bot sẽ nhắc|sẽ gửi nhắc|nhắc những gì|sẽ nhắc ai|sẽ nhắc những ai|lịch nhắc|lịch gửi|lịch hẹn|lịch đã đặt|nhắc nhở đã đặt|nhắc nào|tin hẹn giờ|hẹn giờ|scheduled|schedule|schedules|lịch đôn đốc|danh sách nhắc|lời nhắc|lịch thông báo|lịch nhắc nhở|scheduled reminders|reminders|nhắc định kỳ|lịch nhắc định kỳ|tin đã hẹn|lịch nhắc nào|nhắc hẹn|đã hẹn|lịch tự động|upcoming reminders|lịch|các nhắc|gửi nhắc những ai|gửi nhắc ai|nhắc những ai|nhắc ai|nhắc ngày nào|hẹn nhắc',
  cancel_it:
    'hủy|bỏ|xóa|dừng|tắt|cancel|stop|delete|ngừng|thôi không|khỏi|thôi|remove|hoãn|không nhắc nữa|thôi nhắc|đừng|drop|call off|huỷ',
  extension:
    'xin lùi|xin gia hạn|xin nộp muộn|xin nộp chậm|xin thêm thời gian|xin lùi hạn|cho lùi|cho gia hạn|xin chậm|xin trễ|nộp muộn được không|gia hạn cho em|gia hạn giúp|xin hoãn|cho nộp muộn|cho em thêm|extension|more time|xin kéo dài|xin khất|khất|cho khất|cho xin thêm|xin thêm|chưa kịp|không kịp|ko kịp|nộp sau được không|xin gửi muộn|xin gửi chậm|cho em lùi|cho nộp chậm|cho gửi muộn|lùi lại|lùi hạn|cho thêm|nộp trễ|submit late|an extension|extra time|chậm vài ngày|muộn vài ngày|k kịp|xin dời|cho dời|cho em nộp|lùi đến|nộp sau|gửi sau|cho xã nộp|cho phường nộp|cho sở nộp|cho đơn vị nộp|cho hội nộp|xin phép nộp|xin nộp sau|xin gửi sau|lùi sang|lùi tới|gia hạn thêm|nới hạn|xin nới|nới thêm|lùi thời gian|chậm lại|xin chậm lại|trễ mấy hôm|muộn mấy hôm|chậm mấy hôm',
  kpi: 'chỉ tiêu|kế hoạch năm|kế hoạch viện trợ|tiến độ kế hoạch|kpi|so với kế hoạch|đạt bao nhiêu|hoàn thành bao nhiêu|target|targets|kế hoạch 167|thực hiện kế hoạch|kết quả thực hiện kế hoạch|tiến độ năm|tình hình thực hiện|tóm tắt|báo cáo nhanh|tổng quan|summary|tình hình chung|đã giới thiệu danh mục|giới thiệu danh mục|bảng số|dashboard|tiến độ thực hiện|tiến độ vận động|kết quả vận động|đã đạt|tóm tắt tình hình|overview|annual plan|yearly plan|plan progress|hoàn thành kế hoạch|tỷ lệ hoàn thành|tình hình tuần|báo cáo tuần|đã gặp bao nhiêu|đã vận động|vận động được|theo kế hoạch|tiến độ chỉ tiêu|đạt chỉ tiêu',
  export:
    'xuất|xuất file|xuất ra|tải|tải về|tải xuống|export|download|in ra|kết xuất|xuat|kết xuất ra|cho file|gửi file|file|trích xuất|lấy file|tạo file|bản excel|bản word|bản pdf|cho em file|xuất excel|in danh mục|in danh sách|generate|print|in nhật ký|in báo cáo|in bảng|in biểu|in ra giấy',
  format: 'excel|xlsx|word|docx|pdf|file excel|ex xeo|bảng tính|file word|xls|spreadsheet|ecxel|exel|excell',
  log: 'ghi nhận|ghi lại|ghi|lưu|ghi chép|note|log|record|ghi vào|cập nhật|lưu lại|vào sổ|ghi nhật ký|ghi sổ|ghi biên bản|thêm vào nhật ký|save',
  met: 'bàn về|bàn với|sang bàn|thảo luận với|trao đổi về|gặp|làm việc với|làm việc|tiếp|họp với|họp|trao đổi với|trao đổi|đã gặp|met|meeting with|meeting|tiếp đoàn|tiếp xúc|gặp gỡ|làm việc cùng|gọi điện với|gọi điện|nói chuyện với|điện thoại với|email với|talked to|spoke with|called|visited|đến thăm|thăm|đến làm việc|sang làm việc|lên làm việc|tiếp và làm việc|điện đàm|họp online|gọi|call with|had a call|discussed|gặp mặt|ăn trưa với|hội đàm|ghé|ghé qua|ghé thăm|sang thăm|sang gặp|qua gặp|ra gặp|đến gặp|tới gặp|lên gặp|came by|dropped by|visit from|tiếp khách|đón đoàn|talked with|spoke to',
  called:
    'đã gọi|vừa gọi|gọi điện|gọi cho|gọi rồi|đã gọi điện|gọi|called|phoned|đã điện|điện cho|đã liên hệ|liên hệ rồi|đã trao đổi|gọi thì|a gọi|đã nhắc|đã điện thoại|điện thoại cho|vừa điện|rang|alo|alô|đã alo',
  promised:
    'hẹn|hứa|sẽ nộp|sẽ gửi|báo sẽ|cam kết|bảo sẽ|nói sẽ|xin nộp|promised|hẹn nộp|hẹn gửi|hứa nộp|hứa gửi|không nghe máy|không bắt máy|bận|chưa liên lạc được|trả lời|bảo|nói là|nói|hẹn lại|will submit|will send|thuê bao|báo|said|tắt máy|xin đến|xin khất|xin lùi',
  ngo_edit:
    'sửa thẻ|cập nhật thẻ|thẻ sai|báo sai|thông tin sai|sai thông tin|cập nhật thông tin|sửa thông tin|sửa số|đổi tên|thêm tổ chức|thêm ngo|bổ sung tổ chức|bổ sung ngo|cập nhật giấy|sửa giấy|sửa địa chỉ|đổi địa chỉ|đổi trưởng đại diện|trưởng đại diện mới|số giấy mới|được gia hạn|đã được gia hạn|được cấp|chuyển văn phòng|đã chuyển|add ngo|add a new|sai rồi|ghi sai|bị sai|chưa đúng|không đúng|wrong|incorrect|sửa hạn|sửa ngày hết hạn|cập nhật hạn|cập nhật ngày hết hạn|thay trưởng đại diện|thay người đại diện|đổi người đại diện|đăng ký mới|thêm mới|thêm vào sổ|thêm vào danh bạ|update the card|cập nhật số|sửa lĩnh vực|vừa được cấp|chuyển văn phòng|đổi văn phòng|chuyển trụ sở|đổi trụ sở|gia hạn đến|gia hạn tới|mới đổi|đã đổi|thêm lĩnh vực|renewed until|renewed|has moved|new representative',
  ngo_fact:
    'nộp hồ sơ gia hạn|nộp hồ sơ xin gia hạn|đã nộp gia hạn|hồ sơ gia hạn đang ở|hồ sơ gia hạn đã chuyển|hồ sơ gia hạn chuyển|hồ sơ đang ở|bị đình chỉ|tạm đình chỉ|đình chỉ hoạt động|bị thu hồi|đã thu hồi|thu hồi giấy|chấm dứt hoạt động|hoạt động trở lại|sáp nhập vào|sáp nhập với|đã giải ngân|đã kết thúc|đã bàn giao|đã quyết toán|giá trị dự án|giá trị là|website là|trang web là|website mới|tên tiếng việt là|tên tiếng anh là|người liên hệ mới|cán bộ phụ trách là|đạt tiêu chí|không đạt tiêu chí|văn phòng mới ở|trụ sở mới ở|nay là|giờ là|đang ở bộ ngoại giao|đang ở ubnd|đang ở ủy ban|đang ở comingo|đang ở cục|đã chuyển sang ubnd|đã chuyển sang bộ|đã chuyển sang comingo|chuyển lên bộ ngoại giao|đang chờ bộ ngoại giao|tên tiếng việt của|tên tiếng anh của|thêm tên gọi|thêm tên viết tắt|has been suspended|merged into',
  introduced:
    'đã gửi danh mục|gửi danh mục cho|vừa gửi danh mục|mới gửi danh mục|đã giới thiệu danh mục cho|đã giới thiệu danh mục với|giới thiệu danh mục cho|giới thiệu danh mục với|đã gửi list|sent the list to|introduced the list to|đã chuyển danh mục|đưa danh mục cho',
  card: 'thẻ|thẻ của|trên thẻ|thẻ này|tấm thẻ|thẻ ngo|card|danh bạ|sổ|hồ sơ ngo|register|sổ đăng ký|thông tin|database|danh mục ngo|hệ thống|cơ sở dữ liệu|địa chỉ|trưởng đại diện|số giấy|giấy|lĩnh vực|ngày hết hạn|hạn|đại diện|representative|address|expiry|số',
  delegate:
    'nghỉ phép|nghỉ thai sản|đi công tác|đi học|đi vắng|nghỉ ốm|thay tôi|thay em|thay mình|bàn giao|chuyển công tác|ủy quyền|nghỉ hưu|đi phép|đi tập huấn|on leave|stand in|stands in|hand over|nghỉ đến|nghỉ từ|người thay|thay thế tôi|thay chị|thay anh|phụ trách thay|làm thay|nhận thay|delegate|out of office|nghỉ mấy ngày|nghỉ sinh|bàn giao lại|chuyển sang đơn vị khác|thôi làm đầu mối|đổi đầu mối|thay đầu mối|đầu mối mới|away|annual leave|covers for me|covering|cover for me|nghỉ chế độ|nằm viện|chuyển việc|luân chuyển|maternity leave|tiếp nhận thay|trực thay|ủy nhiệm|đi nước ngoài|thay em nhé',
  procedure:
    'thủ tục|giấy tờ|hồ sơ gồm|hồ sơ cần|cần giấy tờ gì|thủ tục gì|quy định|quy trình|nghị định|thông tư|luật|ai phê duyệt|ai duyệt|thẩm quyền|thời gian thẩm định|bao lâu|mất bao lâu|bao nhiêu ngày|là gì|nghĩa là gì|bắt buộc không|có bắt buộc|bắt buộc|thế nào là|cần những gì|cần gì|hướng dẫn thủ tục|hồ sơ gì|mẫu|biểu mẫu|procedure|procedures|what is|what are|who approves|how long|documents needed|required|papers|regulation|decree|mấy bộ|bao nhiêu bộ|phải làm gì|làm thủ tục|nộp ở đâu|khác nhau|khác gì|phân biệt|có phải xin phép|xin phép|có cần xin|cần xin phép|có được phép|được phép|trình ai|trình tự|các bước|điều kiện|theo nghị định|gồm những gì|cần làm gì|phải xin|ai ký|cấp nào|cơ quan nào phê duyệt|cơ quan nào|thuế|miễn thuế|giấy tờ|hồ sơ|tài liệu gì|phải có gì|mean|means|definition|explain|giải thích|bước nào|làm sao để|làm thế nào để|how do|how to|hiểu thế nào|có phải|có cần|giờ là xã nào|nay là xã nào|thuộc xã nào|ghi xã nào|nay thuộc|thời hạn thẩm định|ntn là|nộp cho ai|gửi cho ai|gửi ai',
  term: 'vốn đối ứng|đối ứng|phi dự án|viện trợ|văn kiện|biên bản ghi nhớ|mou|chủ khoản viện trợ|cơ quan chủ quản|đoàn vào|thẩm định|khoản viện trợ|nghị định 80|nghị định 313|nghị định 58|comingo|paccom|oda|viện trợ phi dự án|tài khoản|hàng viện trợ|chuyên gia|tình nguyện viên|người nước ngoài|đoàn khách|hội thảo quốc tế|giấy phép lao động|visa|xe|thuốc|tiếp nhận viện trợ|counterpart|non project aid|aid|grant|nhận viện trợ|tiếp nhận|biên giới|non project|khách quốc tế|đoàn nước ngoài|nhận tài trợ|tặng|quyết toán|báo cáo viện trợ',
  dossier:
    'đoàn chuyên gia|cấp phép|được phép chưa|chuyên gia của|hồ sơ|hồ sơ gia hạn|hồ sơ thẩm định|hồ sơ viện trợ|hồ sơ khoản viện trợ|hồ sơ dự án|thẩm định|dossier|hồ sơ đăng ký|xin ý kiến|hồ sơ cấp phép|hồ sơ chuyên gia|hồ sơ đoàn|hồ sơ vt|hs|vt|đang thẩm định|application|hồ sơ xin|lấy ý kiến|góp ý|case|file',
  help: 'trợ giúp|hướng dẫn|hướng dẫn sử dụng|làm được gì|làm được những gì|làm những gì|giúp những gì|giúp gì|hỏi được gì|hỏi gì|có thể làm gì|dùng thế nào|sử dụng thế nào|cách dùng|help|what can you do|bot làm được gì|hdsd|cách sử dụng|chức năng|menu|giúp em với|có chức năng gì|dùng sao|biết làm gì|how do i use|how to use|trợ giúp em|hỗ trợ gì|lệnh|commands|sử dụng bot|dùng bot|xài sao|xài thế nào|làm đc gì|làm dc gì|giúp được gì|giúp được những gì|không biết dùng|ko biết dùng|chưa biết dùng|không biết cách dùng|không biết làm thế nào|bot này làm gì|giúp tôi với|start',
  cancel:
    'hủy bỏ|hủy|thôi|bỏ đi|dừng lại|thôi không làm nữa|cancel|stop|không làm nữa|thoát|never mind|nevermind|thôi bỏ|bỏ qua đi|forget it|hủy thao tác|hủy lệnh|hủy hết|dừng',
  english: 'english|tiếng anh|in english|speak english|switch to english|anh ngữ|english please|tieng anh',
  vietnamese: 'tiếng việt|vietnamese|in vietnamese|switch to vietnamese|việt ngữ|tieng viet',
  language:
    'ngôn ngữ|language|chuyển sang|đổi sang|switch to|nói|speak|dùng|please|đổi ngôn ngữ|chuyển ngôn ngữ|trả lời bằng|bằng|use|change language|reply in|sang|xin',
  who: 'am i logged in|logged in as|which account|what is my role|what am i|tài khoản này của ai|tôi là ai|em là ai|mình là ai|tài khoản của tôi|tài khoản của em|thông tin của tôi|thông tin của em|quyền của tôi|quyền của em|vai trò của tôi|who am i|my account|my role|đang đăng nhập|đăng nhập là ai|tôi có quyền gì|em có quyền gì|tôi thuộc đơn vị nào|em thuộc đơn vị nào|đơn vị của tôi là gì|my profile|tài khoản nào|hồ sơ của tôi|tên tôi là gì|bạn biết tôi là ai|biết em là ai|tài khoản này|dữ liệu của tôi|tài khoản tôi|tài khoản em|đang là ai|quyền gì|toi la ai|tk của em|tk của tôi|đang dùng tài khoản|my permissions|số điện thoại của tôi|sđt của tôi|đã liên kết chưa|which unit am i|chức danh của tôi|hồ sơ cá nhân|thông tin cá nhân|trang cá nhân|my details|tên đăng nhập của|gắn với đơn vị nào|thuộc đơn vị nào',
  link: 'liên kết|liên kết tài khoản|mã của em|mã của tôi|mã liên kết|mã kích hoạt|mã xác nhận|mã mời|kích hoạt|kết nối tài khoản|đăng nhập|link account|link my account|my code|code is|activation code|otp|cấp quyền|cấp tài khoản|đăng ký tài khoản|xin cấp tài khoản|tạo tài khoản|thêm người|thêm cán bộ|mã số|mã là|sign in|log in|login|xin quyền|quyền truy cập|truy cập|access|đăng kí tài khoản|cho em vào|xin vào|link|mã code|my code is|mã em|mã đây|mở tài khoản|thêm tài khoản|cấp mã|xin mã|lấy mã|mã đăng nhập|đăng nhập bằng mã|mã pin',
  thanks:
    'cảm ơn|cám ơn|thanks|thank you|thank|tks|camon|cam on|chào|xin chào|hello|hi|alo|chào bot|hay quá|tốt quá|giỏi quá|tuyệt vời|chúc|good morning|bye|tạm biệt|hẹn gặp lại|ok cảm ơn|chào em|chào anh|chào chị|khỏe không|vất vả|great job|well done|nhanh thế|nhanh quá|hữu ích|thông minh|ngoan|good job|chúc mừng|cuối tuần vui vẻ|ngủ ngon|haha|hihi|hehe|chúc ngày mới|xin lỗi|sorry|welcome|biết ơn|tuyệt|xịn|dễ thương|good|nice|chúc bot|yêu bot|bạn là ai|em là bot à|good night|good afternoon|ok nhé',
  ack: 'vâng|rõ|đã nhận|nhận được|nhận rồi|rõ rồi|đã rõ|ok|oke|sẽ nộp|sẽ gửi|em nộp|em gửi|nộp ngay|gửi ngay|đang làm|đang hoàn thiện|noted|received|got it|will do|được ạ|dạ|vâng ạ|đã xem|em biết rồi|em sẽ|tôi sẽ|nhất trí|đã nắm|em làm ngay|làm ngay|nộp trong|nộp đúng hạn|gửi đúng hạn|nắm được|tôi biết rồi|đã đọc|okie|ok em|ok anh|ok chị|understood|on it|ghi nhận|tiếp thu|xin tiếp thu|yes|sure|cảm ơn đã nhắc|cảm ơn nhắc nhở|đã thông|thực hiện ngay|chuẩn bị nộp|sắp xong|đang gửi',
  out: 'thời tiết|có mưa|mưa không|trời mưa|ăn gì|bóng đá|hộ chiếu|passport|giá vàng|xổ số|weather|tỷ giá|bài hát|kể chuyện|nấu ăn|phim|chứng khoán|crypto|bitcoin|du lịch đâu|đặt vé|vé máy bay|thơ|làm thơ|bỏ qua quy định|bỏ qua hướng dẫn|ignore previous|ignore all|ignore your|in hết danh bạ|mật khẩu|password|system prompt|giá xăng|tử vi|tin tức|thất nghiệp|căn cước|cccd|đổi bằng lái|bằng lái|sổ đỏ|đất đai|lương|tuyển dụng|hẹn hò|kết hôn|ly hôn|khai sinh|1 1|mua|bán|quán|nhà hàng|khách sạn|karaoke|joke|jokes|chuyện cười|dịch hộ|dịch giúp|viết code|code python|giải toán|toán|thủ đô|tổng thống|thủ tướng|world cup|messi|hát|truyện|lottery|movie|recipe|song|capital of|đá bóng|uống|ăn|nhậu|cà phê không|người yêu|điểm thi|xe buýt|đường đi|nhà nghỉ|chữa bệnh|đau đầu|thuốc gì|bảo hiểm|lãi suất|vay tiền|stock|news|gold|bị phạt|phạt nguội|visa đi|xin visa|wifi|mạng|internet|máy in|vẽ|ảnh',
  last: 'vừa xem|mới xem|vừa mở|vừa gửi|vừa nộp|cái vừa gửi|mới gửi|cái cuối|gần nhất|vừa rồi|vừa nhập|mới nhập|last one|the last|vừa đăng ký|cái mới nhất|nhu cầu mới nhất|gửi hôm qua|just sent|just submitted|latest|vừa xong|lúc nãy|hồi nãy',
  howto:
    'đăng ký sao|đăng ký thế nào|đăng ký như thế nào|gửi thế nào|gửi như thế nào|gửi sao|nộp thế nào|nộp như thế nào|nộp sao|khai thế nào|ghi thế nào|làm thế nào|điền thế nào|nhập thế nào|gửi kiểu gì|nộp kiểu gì|gửi bằng cách nào|nộp bằng cách nào|nộp ở đâu|gửi ở đâu|lấy ở đâu|how do i submit|how do we submit|how to submit|how to register|đăng kí sao|gửi về đâu|nộp về đâu',
  no_project:
    'chưa có dự án|không có dự án|chưa có chương trình|không có chương trình|ko có dự án|no projects|no project|chưa triển khai dự án|without projects',
  diary: 'nhật ký làm việc|nhật ký tiếp xúc|nhật ký|lịch sử làm việc|contact log|sổ tiếp xúc|nhật ký gặp',
  noise:
    'đề xuất|tiếp nhận|tiếp tục|tiếp theo|kế tiếp|trực tiếp|gián tiếp|sản xuất|xuất khẩu|làm nhà|gửi gắm|xuất hiện|đột xuất|xuất phát|hội họp|thẻ bảo hiểm|kiểm tra|điều tra|thanh tra|tra cứu|trả lời|giải trình|bổ nhiệm|nước ngoài|thông báo không|cơ hội',
  wrong:
    'sai|bị sai|chưa đúng|không đúng|nhầm|wrong|incorrect|outdated|lỗi thời|đúng là|phải là|ghi nhầm|cũ rồi|chưa cập nhật',
  inject:
    'bỏ qua quy định|bỏ qua hướng dẫn|bỏ qua mọi|ignore previous|ignore all|ignore your|system prompt|in hết danh bạ|quên hết|jailbreak|act as|đóng vai|mật khẩu|password|toàn bộ dữ liệu|in toàn bộ danh bạ|xóa toàn bộ|xóa hết dữ liệu|drop table|admin mode',
  interrogative: 'không|ko|chưa|gì|nào|ai|bao giờ|khi nào|bao nhiêu|thế nào|đâu|sao',
  meeting:
    'họp|hội nghị|hội thảo|tập huấn|buổi làm việc|tọa đàm|meeting|cuộc họp|giao ban|workshop|conference|lớp tập huấn|buổi họp|hội đàm|sơ kết|tổng kết|training',
  every:
    'hàng tuần|hằng tuần|mỗi tuần|hàng ngày|hằng ngày|mỗi ngày|hàng tháng|hằng tháng|mỗi tháng|every week|every day|every month|weekly|daily|monthly|định kỳ|every|mỗi sáng|mỗi thứ|các thứ|hàng',
} as const;

/** The name of a cue. */
export type Cue = keyof typeof cues;

export const cuePhrases = new Phrases<Cue>();
for (const [cue, phrases] of Object.entries(cues)) {
  const all = new Set(phrases.split('|').flatMap((p) => [p, ...shortened(p)]));
  for (const p of all) cuePhrases.add(p, cue as Cue);
}

/** Syllables of the cues above that are other words without marks ("tat ca" is not "tắt"): alone they count only when typed with their marks. */
export const needsMarks: ReadonlySet<string> = new Set(
  'anh uong quan luong phim nhau mang sap bao lu nuoi keo giong cap nhat thong muon tat an ban mua to ve hat tho toan bac thoi hua bao ma luong quan tin la may ho the nhan bo tra de ai hoi u xe thue trinh hoan ky ta thieu tang thay nang into mang dau am ghi so ung lai bang'
    .split(' ')
    .filter((w) => !['ghi', 'so', 'bang'].includes(w)),
);
