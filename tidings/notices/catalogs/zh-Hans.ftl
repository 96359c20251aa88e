### Chinese in simplified characters, for readers from any country, "您". "代码" is the person's code, "通知" the notice. A text message has 70 letters: three leave the web address out. Least sure: notice-information, kind-custody, notice-can-danger ("官员" for officer), "客户" for an attorney's client.

teaser-sms = 我们有重要信息要告知本机使用者。请致电{ $hotline }，并告知代码{ $code }。
teaser-sms-again = 我们有新的信息要告知本机使用者。请致电{ $hotline }，并告知代码{ $code }。

reply-stop = 我们不会再向这个号码发短信。如有疑问，请致电{ $hotline }。
reply-start = 您会重新收到我们的短信。不想再收到，请发送 STOP。如有疑问，请致电{ $hotline }。
reply-help = 我们有信息要告知本机使用者。请致电{ $hotline }。不想再收到短信，请发送 STOP。
reply-who = 别人可能会看到短信，所以这里不能多说。想知道我们是谁，请致电{ $hotline }，并说明您的代码。
reply-other = 发到这个号码的短信没有人看。请致电{ $hotline }。

teaser-whatsapp = 我们办公室有重要信息要告知使用这部电话的人。要了解内容，请在浏览器中输入 { $web } 或致电 { $hotline }。您的代码是 { $code }。我们绝不会向您要钱或要密码。
teaser-whatsapp-again = 我们办公室有新的信息要告知使用这部电话的人。要了解内容，请在浏览器中输入 { $web } 或致电 { $hotline }。您的代码是 { $code }。我们绝不会向您要钱或要密码。

teaser-voice-hello = 您好。这个电话是打给使用这部电话的人的。
teaser-voice-press = 要听留言，请按 1。
teaser-voice-stop = 不想再接到我们的电话，请按 9。
teaser-voice-stopped = 我们不会再打电话给您。再见。
teaser-voice-message = 我们办公室有重要信息要告知使用这部电话的人。请准备好纸和笔。
teaser-voice-message-again = 我们办公室有新的信息要告知使用这部电话的人。请准备好纸和笔。
teaser-voice-reach = 要了解内容，请拨打这个号码：{ $hotline }。
teaser-voice-code = 您会用到这个代码：{ $code }。
teaser-voice-never = 我们绝不会向您要钱或要密码。
teaser-voice-again = 要再听一遍，请按 1。
teaser-voice-goodbye = 谢谢您。再见。

teaser-email-subject = 给您的重要信息
teaser-email-subject-again = 给您的新信息
teaser-email-opening = 我们办公室有重要信息要告知使用这个电子邮箱的人。
teaser-email-opening-again = 我们办公室有新的信息要告知使用这个电子邮箱的人。
teaser-email-why = 我们不把内容写在邮件里，因为别人可能会看到您的邮件。
teaser-email-reach = 要了解内容，请在浏览器中输入 { $web }，或致电 { $hotline }。
teaser-email-code = 您的代码是 { $code }。来电时请告诉我们这个代码。
teaser-email-genuine = 怎样知道这是真的？我们发给您的每一条消息都有这个相同的代码。您也可以请一位您信任的人查找我们的电话号码，替您打电话给我们。
teaser-email-never = 这封邮件里没有任何链接。我们绝不会向您要钱或要密码。
teaser-email-closing = 如果您不使用这个邮箱，请删除这封邮件。

teaser-letter-title = 给您的重要信息
teaser-letter-title-again = 给您的新信息
teaser-letter-opening = 我们办公室有重要信息要告知这封信上写明的人。
teaser-letter-opening-again = 我们办公室有新的信息要告知这封信上写明的人。
teaser-letter-why = 我们不把内容写在信里，因为别人可能会拆开您的信。
teaser-letter-reach = 要了解内容，请在浏览器中输入 { $web }，或致电 { $hotline }。
teaser-letter-code = 您的代码是 { $code }。来电时请告诉我们这个代码。
teaser-letter-genuine = 怎样知道这是真的？我们发给您的每一条消息都有这个相同的代码。您也可以请一位您信任的人查找我们的电话号码，替您打电话给我们。
teaser-letter-never = 我们绝不会向您要钱或要密码。
teaser-letter-closing = 如果这封信不是给您的，请把它销毁。您不需要做别的事。

beside-note = 本文由计算机翻译，还没有人核对过。英文原文在下面。如有不同，以英文为准。
beside-heading = 英文原文

attorney-email-subject = 关于您一位或多位客户的隐私事项
attorney-email-opening = 我们写信给您，是关于您的一位或多位客户。我们的记录显示您是他们的律师。
attorney-email-matter = 这是一件关于隐私的事。您的客户有权被告知，我们也希望您知道。
attorney-email-why = 我们不在邮件中写出任何客户的姓名。确认是您本人以后，我们会把每位客户的完整通知交给您。
attorney-email-reach = 请致电 { $hotline }，或在浏览器中输入 { $web }，或写信到 { $email }。
attorney-email-code = 请把这些代码准备好。每个代码代表一位客户：{ $code }
attorney-email-client = 请私下与您的客户谈这件事。别人可能会看到您客户的电话或信件。
attorney-email-genuine = 请核实这是真的。请自己查找我们的电话号码，打电话给我们，请我们确认这些代码。
attorney-email-never = 这封邮件里没有任何链接。我们绝不会向您或您的客户要钱或要密码。

attorney-letter-title = 关于您一位或多位客户的隐私事项
attorney-letter-opening = 我们写信给您，是关于您的一位或多位客户。我们的记录显示您是他们的律师。
attorney-letter-matter = 这是一件关于隐私的事。您的客户有权被告知，我们也希望您知道。
attorney-letter-why = 我们不在这封信中写出任何客户的姓名，因为您办公室的其他人可能会拆开这封信。确认是您本人以后，我们会把每位客户的完整通知交给您。
attorney-letter-reach = 请致电 { $hotline }，或在浏览器中输入 { $web }，或写信到 { $email }。
attorney-letter-code = 请把这些代码准备好。每个代码代表一位客户：{ $code }
attorney-letter-client = 请私下与您的客户谈这件事。别人可能会看到您客户的电话或信件。
attorney-letter-genuine = 请核实这是真的。请自己查找我们的电话号码，打电话给我们，请我们确认这些代码。
attorney-letter-never = 我们绝不会向您或您的客户要钱或要密码。

notice-title = 数据泄露通知
notice-for = 这份通知是给 { $name } 的。
notice-from = 这份通知来自以下办公室：{ $organisation }。无权查看的人曾经能够看到您的私人信息。我们很抱歉。这份通知说明发生了什么事，以及您可以做什么。
notice-alone = 如果可以，请独自阅读这份通知，或者和您信任的人一起阅读。

notice-happened = 发生了什么事
place-public-website = 您的信息被误放在一个公开的网站上。任何人都可以打开和阅读。
notice-happened-when = 这些信息从 { $began } 到 { $ended } 一直在那里。
notice-happened-found = 我们在 { $discovered } 发现了这件事。
notice-happened-downloads =
    { $downloads ->
        [0] 我们的记录中没有那段时间的下载。但是仍然可能有人看过。
       *[other] 我们知道有 { $downloads } 个网络地址下载了这些信息。有副本的人可能已经交给了别人。
    }
notice-happened-downloads-unknown = 我们无法知道谁看过这些信息，谁有副本。

notice-information = 涉及哪些信息
notice-information-list = 以下关于您的信息曾经在那里：
notice-information-unknown = 我们还不能说明有哪些关于您的信息曾经在那里。请打电话给我们，我们会把知道的告诉您。
notice-encrypted-no = 这些信息没有加密，也就是没有用密钥锁住。得到这些信息的人都可以阅读。
notice-encrypted-yes = 这些信息是加密的，也就是用密钥锁住了。只有同时拥有密钥的人才能阅读。
notice-encrypted-part = 一部分信息是加密的，也就是用密钥锁住了。其余的没有加密，得到的人都可以阅读。
kind-name = 您的姓名
kind-birth-date = 您的出生日期
kind-reference = 您的档案号码（例如 A 号码，即 A-Number）
kind-birth-country = 您出生的国家
kind-nationality = 您的国籍
kind-sex = 您的性别
kind-language = 您说的语言
kind-custody = 您是被拘留还是已获释放
kind-facility = 您被拘留的地方
kind-case = 您的移民案件进展到哪一步
kind-phone = 您的电话号码
kind-email = 您的电子邮箱地址
kind-address = 您的邮寄地址
kind-attorney = 您律师的姓名和联系方式
kind-notes = 关于怎样联系您的备注
kind-other = 您档案中的其他信息

notice-meaning = 这可能意味着什么
notice-meaning-known = 您不认识的人现在可能有这些信息。我们无法把信息从他们那里收回来。
notice-meaning-safety = 如果您是为了躲避某个政府、团体或个人而来，他们现在可能会知道您请求过保护，以及您现在或曾经在哪里。您的家人可能也需要知道这件事。
notice-meaning-case = 这可能对您的移民或庇护案件很重要，对您请求保护的任何其他案件也可能很重要。这可能是法官或官员应当知道的新事实。律师可以告诉您这对您意味着什么。
notice-meaning-fraud = 有些人可能会利用您的信息来骗您。他们可能会说自己来自政府、法院或我们办公室。他们可能知道您的一些事情。这并不表示他们是诚实的。

notice-doing = 我们正在做什么
notice-doing-removed = 这些信息已经不在那里了。信息已在 { $ended } 移除。
notice-doing-telling = 我们正在通知每一位信息曾经在那里的人，并尽量采用能保护他们安全的方式。
notice-doing-again = 我们知道更多情况时，会再次通知您。

notice-can = 您可以做什么
notice-can-lawyer = 请尽快把这份通知告诉您的律师。如果您没有律师，请向法律援助团体求助。
notice-can-keep = 请把这份通知保存在安全的地方。您可以在法庭上或向官员出示这份通知。
notice-can-danger = 如果您现在有危险，请打电话报警（在美国拨打 911）。如果您被拘留，请告诉您的律师，或者您信任的官员。
notice-can-family = 请想一想还有谁应当知道，例如可能有危险的家人。
notice-can-phone = 请让您的电话公司为您的账户设置 PIN 码。请更改您语音信箱的 PIN 码和电子邮箱的密码。
notice-can-fraud = 如果有人为这件事打电话或写信给您，不要付钱，也不要提供更多信息。

notice-more = 了解更多信息
notice-more-ask = 您可以问我们任何问题。请告诉我们您的代码：{ $code }
notice-more-phone = 电话：{ $hotline }
notice-more-web = 网站：在浏览器中输入 { $web }
notice-more-email = 电子邮箱：{ $email }
notice-more-post = 邮寄地址：{ $post }
notice-agencies = 以下公共机构也可以告诉您，怎样防止别人滥用您的信息：
notice-agency = { $name }：{ $phone }，{ $web }

notice-genuine = 怎样知道这份通知是真的
notice-genuine-code = 您的代码是 { $code }。我们发给您的每一条消息都有这个相同的代码。
notice-genuine-check = 请致电 { $hotline }，或在浏览器中输入 { $web }，询问这个代码是否正确。您的律师可以替您这样做。
notice-genuine-never = 我们办公室的任何人都不会向您要钱或要密码。如果有人这样做，那不是我们。

supplement-opening = 我们以前写信告诉过您这件事。现在我们知道得更多。这份通知取代我们以前发给您的通知。
supplement-code = 您的代码和以前一样。
supplement-new = 我们现在知道的情况
supplement-keep = 以前的通知也请保存好。您的律师可能想看这两份通知。

letter-title = 信件
letter-date = 日期：{ $date }
letter-page = 第 { $page } 页，共 { $pages } 页
post-envelope = 私人信件。只能由此处写明的人拆开。
hand-envelope = 私人信件。请密封转交，只能由此处写明的人拆开。

months = cldr
moment = { $date } { $time }（{ $zone }）

statement-title = 数据泄露证明
statement-for = 这份证明是给 { $name } 的。
statement-born = 出生日期：{ $date }。
statement-from = 这份证明来自以下办公室：{ $organisation }。它说明您的私人信息发生了什么事，以及我们是怎样告知您的。您可以向您的律师、法庭或官员出示这份证明。
statement-lasted = 信息在那里停留的时间（小时:分钟）：{ $time }。
statement-told = 我们怎样告知您
statement-sms = 短信
statement-voice = 电话
statement-email = 电子邮件
statement-letter = 邮寄信件
statement-hand = 由人送来的信件
statement-attorney = { $way }（给您的律师）
statement-sent = { $way }：{ $date }发出。
statement-made = { $way }：{ $date }制成。
statement-tried = { $way }：{ $date }尝试发送。
statement-arrived = { $way }：{ $date }送达。
statement-failed = { $way }：没有送达。我们从{ $date }起知道这一点。
statement-otherwise = 其他方式：{ $date }，我们办公室记下已经告知您。
statement-none = 我们的记录中没有发给您的任何消息。
statement-unsure = 如果没有一行写明某条消息已送达，我们就不知道它是否送达。一条消息可能只说明我们有重要信息要告知您，以及怎样得到它。
statement-until = 以上是我们截至{ $date }的记录。日期按世界时间（UTC）计算。
statement-check = 怎样核对这份证明
statement-check-file = 这份证明是带有数字印章的 PDF 文件。如果有人改动一个字，印章就不再相符。请保存这个文件：纸上的页面没有印章。
statement-check-program = 您的律师或法庭可以用免费程序 { $program } 核对，不需要我们参与。请先致电 { $hotline } 向我们询问密钥。密钥的开头是 { $key }。
statement-check-record = 文件中还有证据，证明我们的记录与这里所写的相符。以后没有人能改动那份记录。这不会透露任何其他人的情况。
