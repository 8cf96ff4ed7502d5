/**
 * Vietnamese expressions of numbers, money and time with what they mean, as Duckling's corpora have them (see NOTICE.md); each row "value: expression | expression".
 * Left out, because no budget or deadline is said so: seconds, minutes and hours from now, cents, rupees, pounds and dirhams, times of other zones,
 * seasons by the sun, meals, numbers with letters for powers of ten beside K and M or a leading point. Left out, because our conventions differ:
 * parts of a day without an hour, and spans that roll on from today ("3 ngày tới" includes today here).
 * Numbers that English writes otherwise ("1.1", "100,000") are kept.
 */
const rows = (text: string): readonly (readonly [value: string, text: string])[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf(': ');
      return line
        .slice(at + 2)
        .split(' | ')
        .map((one) => [line.slice(0, at).trim(), one.trim()] as const);
    });

export const numbers = rows(`
0: 0 | không
1: 1 | một
2: 2 | hai
33: 33 | ba mươi ba
14: 14 | mười bốn
16: 16 | mười sáu
17: 17 | mười bảy
18: 18 | mười tám
100: 100
1.1: 1.1
0.77: 0.77
100000: 100,000 | 100000 | 100K | 100k
3000000: 3M | 3000K | 3000000 | 3,000,000
1200000: 1,200,000 | 1200000 | 1.2M | 1200K
-1200000: - 1,200,000 | -1200000 | âm 1,200,000 | -1.2M | -1200K
5000: 5 nghìn | năm nghìn
200000: hai trăm nghìn
1000000000: một tỷ
21011: hai mươi mốt nghìn không trăm mười một
721012: bảy trăm hai mươi mốt nghìn không trăm mười hai
`);

export const sums = rows(`
10 USD: $10 | 10$ | mười đô | mười đô la | mười đô mỹ
10000 USD: $10.000 | 10K$ | $10k
1.23 USD: USD1,23
10 VND: mười đồng
10000 VND: 10.000 đồng | 10K đồng | 10k đồng
1000 VND: 1000 VNĐ | VN$1000
20 EUR: 20€ | 20 euros | 20 Euro | 20 Euros | EUR 20
29.99 EUR: EUR29,99
1000-2000 VND: giữa 1000 và 2000 đồng | giữa 1000 đồng và 2000 đồng | từ 1000 đồng đến 2000 đồng | từ 1000 VNĐ tới 2000 VNĐ | từ 1000 đến 2000 đồng | khoảng 1000-2000 đồng | khoảng chừng từ 1000 đến 2000 đồng | tầm khoảng 1000 tới 2000 đồng | xấp xỉ VND1000-VND2000 | 1000-2000 đồng
1.1-1.3 USD: giữa 1,1 và 1,3 đô la | từ 1 phẩy 1 đến một chấm ba đô la
-7000 VND: dưới bảy ngàn đồng | ít hơn bảy nghìn đồng | kém hơn 7k đồng | không tới 7000 đồng | không cao hơn 7000 đồng | không hơn 7.000 đồng | không quá 7.000 đồng | từ 7000 đồng trở xuống
1.42- USD: ít nhất $1,42 | hơn 1,42 đô la | không ít hơn 1,42 đô la | cao hơn $1,42 | từ $1,42 trở lên
`);

/** Said on Thursday 2 February 2017, 3.55 in the morning. The value is the grain and the first moment. */
export const times = rows(`
day 2017-02-02: hôm nay | ngày hôm nay | bữa nay
day 2017-02-01: hôm qua | ngày hôm qua
day 2017-02-03: ngày mai
day 2017-01-31: hôm kia | ngày hôm kia | thứ ba vừa rồi
day 2017-02-06: thứ 2 | thứ hai | thứ 2 ngày 6 tháng 2 | thứ 2 mồng 6 tháng 2 | thứ hai ngày 6 tháng 2 | thứ 2 ngày mồng 6 tháng 2 | thứ hai ngày mồng 6 tháng 2 | thứ hai tới | thứ 2 tới
day 2017-02-07: thứ 3 | thứ ba | thứ ba tới
day 2017-02-05: chủ nhật
month 2017-06: tháng 6 | tháng sáu
day 2017-03-01: ngày đầu tiên của tháng ba | ngày đầu tiên của tháng 3
day 2017-03-03: mồng 3 tháng ba | mồng 3 tháng 3 | ngày mồng 3 tháng 3 năm 2017 | ngày 3 tháng 3 năm 2017 | 3/3/2017 | 3/3/17 | 03/03/2017
day 2017-03-07: ngày mồng 7 tháng 3 | ngày 7 tháng ba | 7/3 | 07/03
month 2017-10: tháng 10 năm 2017 | tháng mười năm 2017
day 1991-09-03: 03/09/1991 | 3/9/91 | 3/9/1991
day 2017-10-12: 12 tháng 10 năm 2017 | ngày 12 tháng 10 năm 2017
day 2017-02-09: thứ năm tuần tới | thứ 5 tuần sau
month 2017-03: tháng 3 tới | tháng sau
day 2017-04-09: chủ nhật ngày mồng 9 tháng 4 | chủ nhật ngày 9 tháng 4
day 2018-04-03: thứ 3 ngày 3 tháng 4 năm 2018
week 2017-01-30: tuần này
week 2017-01-23: tuần trước
week 2017-02-06: tuần sau
month 2017-01: tháng trước
quarter 2017-01: quý này | quý nay | quý hiện tại
quarter 2017-04: quý sau | quý tới | quý tiếp
quarter 2017-07: quý 3 | quý ba
quarter 2018-10: quý 4 năm 2018 | quý 4 của năm 2018
year 2016: năm trước | năm ngoái
year 2017: năm nay
year 2018: năm sau | năm tiếp theo | năm kế tiếp | năm tới
day 2017-02-03: thứ sáu tới | thứ sáu tuần này | thứ 6 tuần này | thứ 6 của tuần này
day 2017-02-08: thứ tư tuần tới | thứ tư của tuần tới
day 2017-02-02: thứ năm tuần này | thứ 5 của tuần này
week 2017-09-04: tuần đầu tiên của tháng 9 năm 2017
hour 2017-02-03T02:00: vào lúc 2 giờ sáng | lúc 2 giờ sáng
minute 2017-02-03T01:18: 1:18 sáng
hour 2017-02-02T15:00: vào lúc 3 giờ chiều | vào đúng 3 giờ chiều | vào khoảng 3 giờ chiều | khoảng 3 giờ chiều
minute 2017-02-02T15:30: 3 giờ rưỡi chiều | 3:30 chiều | ba giờ rưỡi chiều
minute 2017-02-02T14:30: 2:30 | hai giờ rưỡi
minute 2017-02-02T10:45: 11 giờ kém 15 | 10 giờ 45 phút | 10:45 | 10 giờ 45 | 10h45 | 10g45
minute 2017-02-02T10:30: 10:30
hour 2017-02-02T20:00: 8 giờ tối nay
minute 2017-04-20T19:30: vào lúc 7:30 chiều ngày 20 tháng 4 năm 2017 | 7:30 chiều ngày 20/4/2017
hour 2017-02-02T14:00: hôm nay lúc 2 giờ chiều | lúc 2 giờ chiều
minute 2017-04-23T16:00: lúc 4:00 chiều ngày 23/4
hour 2017-04-23T16:00: lúc 4 giờ chiều ngày 23 tháng 4
hour 2017-02-03T15:00: 3 giờ chiều ngày mai
minute 2017-02-02T13:30: lúc 1:30 chiều | lúc 1 giờ 30 chiều
month 2017-04: tháng 4 | tháng tư
`);
