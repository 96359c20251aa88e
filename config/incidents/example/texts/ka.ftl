### What this incident adds to the catalog of this language.

incident-doing-safeguards = ახლა ყოველ ფაილს, სანამ ის ჩვენს ვებსაიტზე განთავსდება, ორი ადამიანი ამოწმებს. პროგრამაც ეძებს მასში პირად ინფორმაციას.
