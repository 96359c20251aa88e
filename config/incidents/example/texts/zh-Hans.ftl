### What this incident adds to the catalog of this language.

incident-doing-safeguards = 现在，每个文件放到我们的网站之前，都由两个人查看，并由程序检查其中是否有私人信息。
