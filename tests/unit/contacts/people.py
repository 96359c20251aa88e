"""People as Hypothesis makes them up, for whatever must hold of everybody."""

from datetime import date

from hypothesis import strategies as st

from tidings.model import Flag, Owner
from tidings.record import Phone, Record

people = st.builds(
    Record,
    name=st.just("Ana Paz"),
    date_of_birth=st.none() | st.dates(date(1940, 1, 1), date(2022, 1, 1)),
    nationality=st.sampled_from(["", "VE", "CN", "RU", "US"]),
    birth_country=st.sampled_from(["", "VE", "HT"]),
    language=st.sampled_from(["", "es", "ka"]),
    phones=st.lists(
        st.builds(
            Phone,
            st.sampled_from(["+12025550123", "+584121234567", "+8613812345678", "+18005550123", "+79161234567"]),
            st.booleans(),
            st.sampled_from(Owner),
            st.sampled_from(["", "7"]),
        ),
        max_size=3,
    ).map(tuple),
    emails=st.lists(st.sampled_from(["ana@example.org", "ana@mail.ru", "ana@x.ve"]), max_size=2, unique=True).map(tuple),
    address=st.sampled_from(["", "1 Elm St, Springfield, VA 22150", "Caracas"]),
    facility=st.sampled_from(["", "East Detention Center"]),
    attorney_emails=st.lists(st.sampled_from(["law@example.org", "ana@example.org"]), max_size=2, unique=True).map(tuple),
    flags=st.frozensets(st.sampled_from(Flag)),
    conflicts=st.frozensets(st.just("name")),
)
