### Chinese in simplified characters.

teaser-sms = 我们有重要信息要告知本机使用者。请致电{ $hotline }，并告知代码{ $code }。

teaser-email-subject = 给您的重要信息
teaser-email-opening = 我们办公室有重要信息要告知使用这个电子邮箱的人。
teaser-email-why = 我们不把内容写在邮件里，因为别人可能会看到您的邮件。
teaser-email-reach = 要了解内容，请在浏览器中输入 { $web }，或致电 { $hotline }。
teaser-email-code = 您的代码是 { $code }。来电时请告诉我们这个代码。
teaser-email-genuine = 怎样知道这是真的？我们发给您的每一条消息都有这个相同的代码。您也可以请一位您信任的人查找我们的电话号码，替您打电话给我们。
teaser-email-never = 这封邮件里没有要点击的链接。我们绝不会向您要钱或要密码。
teaser-email-closing = 如果您不使用这个邮箱，请删除这封邮件。

teaser-letter-title = 给您的重要信息
teaser-letter-opening = 我们办公室有重要信息要告诉这封信上写明的人。
teaser-letter-why = 我们不把它写在信里，因为别人可能会拆开这封信。
teaser-letter-reach = 要了解内容，请在浏览器中输入 { $web }，或致电 { $hotline }。
teaser-letter-code = 您的代码是 { $code }。来电时请告诉我们这个代码。
teaser-letter-genuine = 怎样知道这是真的？我们发给您的每一条消息都有这个相同的代码。您也可以请一位您信任的人查找我们的电话号码，替您打电话给我们。
teaser-letter-never = 我们绝不会向您要钱或索要密码。
teaser-letter-closing = 如果这封信不是给您的，请把它扔掉。

beside-note = 本文由计算机翻译，还没有人核对过。英文原文在下面。如有不同，以英文为准。
beside-heading = 英文原文

attorney-email-subject = 关于您一位客户的隐私事项
attorney-email-opening = 我们写信给您，是关于您的一位客户。我们的记录显示您是这位客户的律师。
attorney-email-matter = 这是一件关于隐私的事。您的客户有权知道，我们也希望您知道。
attorney-email-why = 我们不在邮件中写出您客户的姓名。确认是您本人以后，我们会把完整的通知交给您。
attorney-email-reach = 请致电 { $hotline }，或在浏览器中输入 { $web }，或写信到 { $email }。请说明这个代码：{ $code }
attorney-email-genuine = 请核实这是真的。请自己查找我们的电话号码，打电话给我们，请我们确认这个代码。
attorney-email-never = 这封邮件里没有要点击的链接。我们绝不会向您或您的客户要钱或要密码。

notice-title = 数据泄露通知
notice-for = 这封信是给 { $name } 的。
notice-from = 这封信来自：{ $organisation }。有些无权查看的人可能看到了您的个人信息。我们很抱歉。这封信说明发生了什么事，以及您可以做什么。
notice-alone = 如果可以，请独自阅读这封信，或者和您信任的人一起阅读。

notice-happened = 发生了什么事
place-public-website = 您的信息被误放在一个公开的网站上。任何人都可以打开和阅读。
notice-happened-when = 这些信息从 { $began } 到 { $ended } 一直在那里。
notice-happened-found = 我们在 { $discovered } 发现了这件事。
notice-happened-downloads =
    { $downloads ->
        [0] 我们的记录显示，那段时间没有人下载。但是仍然可能有人看过。
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
kind-reference = 您的档案号码（例如 A 号码）
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
notice-meaning-case = 这可能对您的移民或庇护案件很重要。这可能是法官或官员应当知道的新事实。律师可以告诉您这对您意味着什么。
notice-meaning-fraud = 有些人可能会利用您的信息来骗您。他们可能会说自己来自政府、法院或我们办公室。他们可能知道您的一些事情。这并不表示他们是诚实的。

notice-doing = 我们正在做什么
notice-doing-removed = 这些信息已经不在那里了。信息已在 { $ended } 移除。
notice-doing-telling = 我们正在通知每一位信息曾经在那里的人，并尽量采用能保护他们安全的方式。
notice-doing-again = 我们知道更多情况时，会再次通知您。

notice-can = 您可以做什么
notice-can-lawyer = 请尽快把这封信告诉您的律师。如果您没有律师，请向法律援助团体求助。
notice-can-keep = 请把这封信保存在安全的地方。您可以在法庭上或向官员出示这封信。
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

notice-genuine = 怎样知道这封信是真的
notice-genuine-code = 您的代码是 { $code }。我们发给您的每一条消息都有这个相同的代码。
notice-genuine-check = 请致电 { $hotline }，或在浏览器中输入 { $web }，询问这个代码是否正确。您的律师可以替您这样做。
notice-genuine-never = 我们办公室的任何人都不会向您要钱或要密码。如果有人这样做，那不是我们。

letter-title = 信件
letter-date = 日期：{ $date }
letter-page = 第 { $page } 页，共 { $pages } 页
post-envelope = 私人信件。只能由此处写明的人拆开。
hand-envelope = 私人信件。请密封转交，只能由此处写明的人拆开。

months = cldr
moment = { $date } { $time }（{ $zone }）
