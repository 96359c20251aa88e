### Vietnamese, "quý vị" (neither man nor woman, any age), composed letters (NFC). A text message has 70 letters, so three leave the web address out, and "the user of this phone" is "quý vị" there. "Thông báo" is the notice, "mã" the person's code, "mật khẩu" a password. Least sure: reply-start, reply-who, notice-title ("rò rỉ" for breach), notice-encrypted-no and its two sisters, kind-custody, notice-can-danger ("viên chức" for officer).

teaser-sms = Có tin quan trọng cho quý vị. Gọi { $hotline }. Mã: { $code }
teaser-sms-again = Có tin mới cho quý vị. Gọi { $hotline }. Mã: { $code }

reply-stop = Chúng tôi sẽ không nhắn tin nữa. Muốn hỏi, gọi { $hotline }.
reply-start = Quý vị sẽ lại nhận tin nhắn. Dừng: gửi STOP. Hỏi: { $hotline }.
reply-help = Có tin cho quý vị. Gọi { $hotline }. Dừng tin nhắn: gửi STOP.
reply-who = Người khác có thể đọc. Chúng tôi là ai? Gọi { $hotline }, nói mã.
reply-other = Không ai đọc tin gửi đến số này. Xin gọi { $hotline }.

teaser-whatsapp = Một văn phòng có tin quan trọng cho người dùng điện thoại này. Để nhận tin, xin nhập { $web } vào trình duyệt hoặc gọi { $hotline }. Mã của quý vị là { $code }. Chúng tôi không bao giờ đòi tiền hay hỏi mật khẩu của quý vị.
teaser-whatsapp-again = Một văn phòng có tin mới cho người dùng điện thoại này. Để nhận tin, xin nhập { $web } vào trình duyệt hoặc gọi { $hotline }. Mã của quý vị là { $code }. Chúng tôi không bao giờ đòi tiền hay hỏi mật khẩu của quý vị.

teaser-voice-hello = Xin chào. Chúng tôi gọi cho người dùng điện thoại này.
teaser-voice-press = Để nghe lời nhắn, xin nhấn phím 1.
teaser-voice-stop = Để không nhận cuộc gọi nữa, xin nhấn phím 9.
teaser-voice-stopped = Chúng tôi sẽ không gọi cho quý vị nữa. Tạm biệt.
teaser-voice-message = Một văn phòng có tin quan trọng cho người dùng điện thoại này. Xin lấy giấy và bút.
teaser-voice-message-again = Một văn phòng có tin mới cho người dùng điện thoại này. Xin lấy giấy và bút.
teaser-voice-reach = Để nhận tin, xin gọi số này: { $hotline }.
teaser-voice-code = Quý vị sẽ cần mã này: { $code }.
teaser-voice-never = Chúng tôi không bao giờ đòi tiền hay hỏi mật khẩu của quý vị.
teaser-voice-again = Để nghe lại lần nữa, xin nhấn phím 1.
teaser-voice-goodbye = Cảm ơn quý vị. Tạm biệt.

teaser-email-subject = Tin quan trọng cho quý vị
teaser-email-subject-again = Tin mới cho quý vị
teaser-email-opening = Văn phòng chúng tôi có tin quan trọng cho người dùng địa chỉ email này.
teaser-email-opening-again = Văn phòng chúng tôi có tin mới cho người dùng địa chỉ email này.
teaser-email-why = Chúng tôi không viết tin đó trong email, vì người khác có thể đọc email của quý vị.
teaser-email-reach = Để nhận tin, xin nhập { $web } vào trình duyệt, hoặc gọi { $hotline }.
teaser-email-code = Mã của quý vị là { $code }. Khi gọi, xin cho chúng tôi biết mã này.
teaser-email-genuine = Làm sao biết thư này là thật? Mọi tin chúng tôi gửi cho quý vị đều có cùng mã này. Quý vị cũng có thể nhờ một người mình tin tưởng tìm số điện thoại của chúng tôi và gọi thay cho quý vị.
teaser-email-never = Email này không có đường dẫn nào. Chúng tôi không bao giờ đòi tiền hay hỏi mật khẩu của quý vị.
teaser-email-closing = Nếu quý vị không dùng địa chỉ này, xin xóa email này.

teaser-letter-title = Tin quan trọng cho quý vị
teaser-letter-title-again = Tin mới cho quý vị
teaser-letter-opening = Văn phòng chúng tôi có tin quan trọng cho người có tên trên thư này.
teaser-letter-opening-again = Văn phòng chúng tôi có tin mới cho người có tên trên thư này.
teaser-letter-why = Chúng tôi không viết tin đó trong thư, vì người khác có thể mở thư của quý vị.
teaser-letter-reach = Để nhận tin, xin nhập { $web } vào trình duyệt, hoặc gọi { $hotline }.
teaser-letter-code = Mã của quý vị là { $code }. Khi gọi, xin cho chúng tôi biết mã này.
teaser-letter-genuine = Làm sao biết thư này là thật? Mọi tin chúng tôi gửi cho quý vị đều có cùng mã này. Quý vị cũng có thể nhờ một người mình tin tưởng tìm số điện thoại của chúng tôi và gọi thay cho quý vị.
teaser-letter-never = Chúng tôi không bao giờ đòi tiền hay hỏi mật khẩu của quý vị.
teaser-letter-closing = Nếu thư này không phải gửi cho quý vị, xin hủy thư. Quý vị không cần làm gì khác.

beside-note = Máy tính đã dịch bản này. Chưa có người nào kiểm tra. Bản tiếng Anh ở bên dưới. Nếu hai bản khác nhau, xin theo bản tiếng Anh.
beside-heading = Bản tiếng Anh

attorney-email-subject = Một việc về quyền riêng tư của một hoặc nhiều thân chủ của quý vị
attorney-email-opening = Chúng tôi viết cho quý vị về một hoặc nhiều thân chủ của quý vị. Sổ sách của chúng tôi ghi quý vị là luật sư của họ.
attorney-email-matter = Đây là việc về quyền riêng tư. Thân chủ của quý vị có quyền được báo về việc này, và chúng tôi cũng muốn quý vị biết.
attorney-email-why = Chúng tôi không nêu tên thân chủ nào trong email. Khi biết chắc là đang nói chuyện với quý vị, chúng tôi sẽ đưa thông báo đầy đủ cho từng thân chủ.
attorney-email-reach = Xin gọi { $hotline }, hoặc nhập { $web } vào trình duyệt, hoặc viết cho { $email }.
attorney-email-code = Xin chuẩn bị sẵn phần này. Mỗi mã ứng với một thân chủ: { $code }
attorney-email-client = Xin nói chuyện riêng với thân chủ về việc này. Người khác có thể thấy điện thoại hoặc thư của thân chủ.
attorney-email-genuine = Xin kiểm tra xem thư này có thật không. Xin tự tìm số điện thoại của chúng tôi, gọi cho chúng tôi và hỏi các mã này có đúng không.
attorney-email-never = Email này không có đường dẫn nào. Chúng tôi không bao giờ đòi tiền hay hỏi mật khẩu của quý vị hoặc thân chủ của quý vị.

attorney-letter-title = Một việc về quyền riêng tư của một hoặc nhiều thân chủ của quý vị
attorney-letter-opening = Chúng tôi viết cho quý vị về một hoặc nhiều thân chủ của quý vị. Sổ sách của chúng tôi ghi quý vị là luật sư của họ.
attorney-letter-matter = Đây là việc về quyền riêng tư. Thân chủ của quý vị có quyền được báo về việc này, và chúng tôi cũng muốn quý vị biết.
attorney-letter-why = Chúng tôi không nêu tên thân chủ nào trong thư này, vì người khác trong văn phòng của quý vị có thể mở thư. Khi biết chắc là đang nói chuyện với quý vị, chúng tôi sẽ đưa thông báo đầy đủ cho từng thân chủ.
attorney-letter-reach = Xin gọi { $hotline }, hoặc nhập { $web } vào trình duyệt, hoặc viết cho { $email }.
attorney-letter-code = Xin chuẩn bị sẵn phần này. Mỗi mã ứng với một thân chủ: { $code }
attorney-letter-client = Xin nói chuyện riêng với thân chủ về việc này. Người khác có thể thấy điện thoại hoặc thư của thân chủ.
attorney-letter-genuine = Xin kiểm tra xem thư này có thật không. Xin tự tìm số điện thoại của chúng tôi, gọi cho chúng tôi và hỏi các mã này có đúng không.
attorney-letter-never = Chúng tôi không bao giờ đòi tiền hay hỏi mật khẩu của quý vị hoặc thân chủ của quý vị.

notice-title = Thông báo về vụ rò rỉ dữ liệu
notice-for = Thông báo này gửi cho { $name }.
notice-from = Thông báo này do văn phòng sau đây gửi: { $organisation }. Những người không có quyền xem đã có thể xem thông tin riêng của quý vị. Chúng tôi xin lỗi. Thông báo này cho biết chuyện gì đã xảy ra và quý vị có thể làm gì.
notice-alone = Nếu được, xin đọc thông báo này một mình hoặc với một người quý vị tin tưởng.

notice-happened = Chuyện gì đã xảy ra
place-public-website = Thông tin của quý vị đã bị đưa nhầm lên một trang web công cộng. Ai cũng có thể mở ra và đọc.
notice-happened-when = Thông tin ở đó từ { $began } đến { $ended }.
notice-happened-found = Chúng tôi phát hiện việc này vào { $discovered }.
notice-happened-downloads =
    { $downloads ->
        [0] Sổ sách của chúng tôi không ghi lượt tải xuống nào trong thời gian đó. Vẫn có thể có người đã đọc.
       *[other] Chúng tôi biết là thông tin đã được tải xuống từ { $downloads } địa chỉ internet. Ai có bản sao cũng có thể đã đưa cho người khác.
    }
notice-happened-downloads-unknown = Chúng tôi không thể biết ai đã đọc hoặc ai có bản sao.

notice-information = Những thông tin nào có liên quan
notice-information-list = Những thông tin này về quý vị đã có ở đó:
notice-information-unknown = Chúng tôi chưa thể nói thông tin nào về quý vị đã có ở đó. Xin gọi cho chúng tôi, chúng tôi sẽ nói những gì chúng tôi biết.
notice-encrypted-no = Thông tin không được mã hóa, nghĩa là không được khóa bằng một khóa bí mật. Ai có thông tin đều có thể đọc.
notice-encrypted-yes = Thông tin đã được mã hóa, nghĩa là được khóa bằng một khóa bí mật. Chỉ người nào cũng có khóa đó mới đọc được.
notice-encrypted-part = Một phần đã được mã hóa, nghĩa là được khóa bằng một khóa bí mật. Phần còn lại thì không. Ai có phần còn lại đều có thể đọc.
kind-name = Tên của quý vị
kind-birth-date = Ngày sinh của quý vị
kind-reference = Số hồ sơ của quý vị (ví dụ số A, "A-Number")
kind-birth-country = Nước nơi quý vị sinh ra
kind-nationality = Quốc tịch của quý vị
kind-sex = Giới tính của quý vị
kind-language = Ngôn ngữ quý vị nói
kind-custody = Quý vị bị giam giữ hay đã được thả
kind-facility = Nơi quý vị bị giam giữ
kind-case = Hồ sơ di trú của quý vị đang ở bước nào
kind-phone = Số điện thoại của quý vị
kind-email = Địa chỉ email của quý vị
kind-address = Địa chỉ nhận thư của quý vị
kind-attorney = Tên luật sư của quý vị và cách liên lạc với luật sư
kind-notes = Ghi chú về cách liên lạc với quý vị
kind-other = Thông tin khác trong hồ sơ của quý vị

notice-meaning = Việc này có thể có nghĩa gì
notice-meaning-known = Những người quý vị không quen có thể đang có thông tin này. Chúng tôi không thể lấy lại từ họ.
notice-meaning-safety = Nếu quý vị đến đây để được an toàn trước một chính phủ, một nhóm hay một người nào đó, nay họ có thể biết là quý vị đã xin được bảo vệ, và quý vị đang ở đâu hoặc đã ở đâu. Gia đình quý vị có thể cũng cần biết việc này.
notice-meaning-case = Việc này có thể quan trọng cho hồ sơ di trú hoặc tị nạn của quý vị, hoặc cho bất cứ hồ sơ nào mà quý vị xin được bảo vệ. Đây có thể là một sự việc mới mà thẩm phán hoặc viên chức cần biết. Luật sư có thể cho quý vị biết việc này có nghĩa gì đối với quý vị.
notice-meaning-fraud = Có người có thể dùng thông tin của quý vị để lừa quý vị. Họ có thể nói là họ thuộc chính phủ, tòa án hoặc văn phòng chúng tôi. Họ có thể biết nhiều điều về quý vị. Điều đó không có nghĩa là họ thành thật.

notice-doing = Chúng tôi đang làm gì
notice-doing-removed = Thông tin không còn ở đó nữa. Thông tin đã được gỡ xuống vào { $ended }.
notice-doing-telling = Chúng tôi đang báo cho từng người có thông tin ở đó, theo cách cố gắng giữ an toàn cho họ.
notice-doing-again = Khi biết thêm, chúng tôi sẽ báo lại cho quý vị.

notice-can = Quý vị có thể làm gì
notice-can-lawyer = Xin sớm nói với luật sư của quý vị về thông báo này. Nếu không có luật sư, xin nhờ một nhóm trợ giúp pháp lý giúp đỡ.
notice-can-keep = Xin giữ thông báo này ở nơi an toàn. Quý vị có thể đưa cho tòa án hoặc viên chức xem.
notice-can-danger = Nếu quý vị đang gặp nguy hiểm, xin gọi cảnh sát (911 tại Hoa Kỳ). Nếu quý vị đang bị giam giữ, xin nói với luật sư của quý vị, hoặc một viên chức mà quý vị tin tưởng.
notice-can-family = Xin nghĩ xem còn ai nên biết việc này, ví dụ người nhà có thể gặp nguy hiểm.
notice-can-phone = Xin yêu cầu công ty điện thoại đặt mã PIN cho tài khoản của quý vị. Xin đổi mã PIN của hộp thư thoại và mật khẩu email của quý vị.
notice-can-fraud = Đừng trả tiền và đừng đưa thêm thông tin cho bất cứ ai gọi hoặc viết cho quý vị về việc này.

notice-more = Để biết thêm thông tin
notice-more-ask = Quý vị có thể hỏi chúng tôi bất cứ điều gì. Xin cho chúng tôi biết mã của quý vị: { $code }
notice-more-phone = Điện thoại: { $hotline }
notice-more-web = Trang web: nhập { $web } vào trình duyệt
notice-more-email = Email: { $email }
notice-more-post = Thư: { $post }
notice-agencies = Những cơ quan công này cũng có thể cho quý vị biết cách phòng ngừa việc người khác lạm dụng thông tin của quý vị:
notice-agency = { $name }: { $phone }, { $web }

notice-genuine = Làm sao biết thông báo này là thật
notice-genuine-code = Mã của quý vị là { $code }. Mọi tin chúng tôi gửi cho quý vị đều có cùng mã này.
notice-genuine-check = Xin gọi { $hotline } hoặc nhập { $web } vào trình duyệt, và hỏi mã này có đúng không. Luật sư của quý vị có thể làm việc này thay cho quý vị.
notice-genuine-never = Không ai trong văn phòng chúng tôi sẽ đòi tiền hay hỏi mật khẩu của quý vị. Nếu có người làm vậy, đó không phải là chúng tôi.

supplement-opening = Chúng tôi đã viết cho quý vị về việc này trước đây. Nay chúng tôi biết thêm. Thông báo này thay cho thông báo chúng tôi đã gửi trước đây.
supplement-code = Mã của quý vị vẫn như trước.
supplement-new = Những gì chúng tôi biết bây giờ
supplement-keep = Xin giữ cả thông báo trước. Luật sư của quý vị có thể muốn xem cả hai.

letter-title = Thư
letter-date = Ngày tháng: { $date }
letter-page = Trang { $page } / { $pages }
post-envelope = Thư riêng. Chỉ người có tên ở đây mới được mở.
hand-envelope = Thư riêng. Xin giao khi còn dán kín. Chỉ người có tên ở đây mới được mở.

months = cldr
moment = { $date }, lúc { $time } ({ $zone })

statement-title = Giấy xác nhận về vụ rò rỉ dữ liệu
statement-for = Giấy xác nhận này cấp cho { $name }.
statement-born = Ngày sinh: { $date }.
statement-from = Giấy này do văn phòng sau đây cấp: { $organisation }. Giấy cho biết điều gì đã xảy ra với thông tin riêng của quý vị, và chúng tôi đã báo cho quý vị bằng cách nào. Quý vị có thể đưa giấy này cho luật sư, tòa án hoặc viên chức xem.
statement-lasted = Thông tin ở đó bao lâu, tính bằng giờ và phút: { $time }.
statement-told = Chúng tôi đã báo cho quý vị bằng cách nào
statement-sms = Tin nhắn
statement-voice = Cuộc gọi điện thoại
statement-email = Email
statement-letter = Thư qua bưu điện
statement-hand = Thư do một người mang đến
statement-attorney = { $way }, cho luật sư của quý vị
statement-sent = { $way }: gửi { $date }.
statement-made = { $way }: làm xong { $date }.
statement-tried = { $way }: đã thử gửi { $date }.
statement-arrived = { $way }: đến nơi { $date }.
statement-failed = { $way }: không đến nơi. Chúng tôi biết điều này từ { $date }.
statement-otherwise = Bằng cách khác: { $date }, văn phòng chúng tôi đã ghi lại rằng quý vị đã được báo.
statement-none = Hồ sơ của chúng tôi không cho thấy có tin nào gửi cho quý vị.
statement-unsure = Nếu không có dòng nào ghi rằng một tin đã đến nơi, chúng tôi không biết tin đó có đến hay không. Có thể một tin chỉ nói rằng chúng tôi có tin quan trọng cho quý vị, và cách lấy tin đó.
statement-until = Đây là hồ sơ của chúng tôi cho đến { $date }. Các ngày được tính theo giờ quốc tế (UTC).
statement-check = Cách kiểm tra giấy xác nhận này
statement-check-file = Giấy xác nhận này là một tệp PDF có dấu niêm phong số. Nếu ai đó đổi một chữ, dấu sẽ không còn khớp. Xin giữ tệp này: bản in trên giấy không có dấu niêm phong.
statement-check-program = Luật sư của quý vị hoặc tòa án có thể kiểm tra mà không cần chúng tôi, bằng chương trình miễn phí { $program }. Trước hết, xin gọi { $hotline } để hỏi khóa của chúng tôi. Khóa bắt đầu bằng { $key }.
statement-check-record = Tệp này cũng có bằng chứng rằng sổ ghi của chúng tôi cho thấy những gì viết ở đây. Không ai có thể sửa sổ ghi đó về sau. Bằng chứng này không nói gì về bất kỳ người nào khác.
