"""Every key provider does what provider.py says: what it wraps it unwraps, in its place only, and refuses in one way."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.errors import OUT_OF_REACH, KeyStoreError
from tidings.vault import MAKERS, KeyFile
from tidings.vault.aws_kms import AwsKms
from tidings.vault.passphrase import Cost, Passphrase
from tidings.vault.pkcs11 import Pkcs11

Code = KeyStoreError.Code
KEY = bytes(range(32))
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def make_key_file(path, _request):
    return KeyFile(path / "incident.key")


def make_passphrase(_path, _request):
    return Passphrase(lambda: b"correct horse battery staple", cost=CHEAP)


def make_pkcs11(_path, request, pin="87654321"):
    environment = request.getfixturevalue("softhsm")
    return Pkcs11(Path(environment["TIDINGS_PKCS11_MODULE"]), environment["TIDINGS_PKCS11_TOKEN"], pin.encode)


def make_aws_kms(_path, request):
    environment = request.getfixturevalue("kms")
    return AwsKms(environment["TIDINGS_AWS_KMS_KEY"], "eu-central-1", environment["TIDINGS_AWS_KMS_ENDPOINT"])


KINDS = {"key-file": make_key_file, "passphrase": make_passphrase, "pkcs11": make_pkcs11, "aws-kms": make_aws_kms}


def test_every_provider_is_held_to_the_contract():
    assert KINDS.keys() == MAKERS.keys()


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """One try: moto answers 500 to what it does not understand."""
    monkeypatch.setattr("tidings.vault.aws_kms._TRIES", 1)


@pytest.fixture(params=KINDS)
def make(request, tmp_path):
    """Makes the provider anew, as another process would: over the same file, token or service."""
    return lambda: KINDS[request.param](tmp_path, request)


@pytest.fixture
def provider(make):
    made = make()
    made.prepare(os.urandom)
    return made


def refusal(action):
    with pytest.raises(KeyStoreError) as refused:
        action()
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None or refused.value.__suppress_context__
    return refused.value.code, str(refused.value)


OPAQUE = (Code.CANNOT_OPEN, str(KeyStoreError(Code.CANNOT_OPEN)))


def test_another_process_unwraps_what_one_wrapped(provider, make):
    wrapped = provider.wrap(KEY, b"here")
    assert make().unwrap(wrapped, b"here") == KEY == provider.unwrap(wrapped, b"here")


def test_in_another_place_it_does_not_unwrap(provider):
    wrapped = provider.wrap(KEY, b"here")
    assert refusal(lambda: provider.unwrap(wrapped, b"there")) == OPAQUE


@FEW
@given(st.data())
def test_damaged_in_any_way_it_is_refused_without_a_word_why(provider, data):
    wrapped = provider.wrap(KEY, b"here")
    # A provider's own head names a key or a cost: what is changed there may name one that does not exist. Nothing opens.
    bit = data.draw(st.integers(0, len(wrapped) * 8 - 1))
    flipped = bytearray(wrapped)
    flipped[bit // 8] ^= 1 << bit % 8
    cut = wrapped[: data.draw(st.integers(0, len(wrapped) - 1))]
    longer = wrapped + data.draw(st.binary(min_size=1, max_size=20))
    for damaged in (bytes(flipped), cut, longer):
        code, text = refusal(lambda damaged=damaged: provider.unwrap(damaged, b"here"))
        assert code in (Code.CANNOT_OPEN, Code.NO_KEY, Code.PROVIDER_AWAY)
        assert KEY.hex() not in text
    body = bytearray(wrapped)
    body[-1 - data.draw(st.integers(0, 15))] ^= 1 << data.draw(st.integers(0, 7))
    assert refusal(lambda: provider.unwrap(bytes(body), b"here")) == OPAQUE


def test_the_same_key_is_never_wrapped_to_the_same_bytes_and_is_not_in_them(provider):
    wrapped = [provider.wrap(KEY, b"here") for _ in range(3)]
    assert len(set(wrapped)) == 3
    assert not any(KEY[at : at + 8] in one for one in wrapped for at in range(25))


def test_a_new_key_of_its_own_wraps_what_comes_and_the_old_one_still_unwraps(provider, make):
    before = provider.wrap(KEY, b"here")
    again = make()
    again.renew(os.urandom)
    after = again.wrap(KEY[::-1], b"here")
    assert again.unwrap(after, b"here") == KEY[::-1]
    assert make().unwrap(before, b"here") == KEY, "killed here: nothing has changed"
    assert make().unwrap(after, b"here") == KEY[::-1], "killed after keys.db was written, before settle"
    again.settle(after, b"here")
    again.settle(after, b"here")
    assert make().unwrap(after, b"here") == KEY[::-1]


def test_settle_takes_over_nothing_that_nothing_was_wrapped_under(provider, make):
    before = provider.wrap(KEY, b"here")
    make().renew(os.urandom)
    make().settle(before, b"here")
    assert make().unwrap(before, b"here") == KEY


def test_check_says_nothing_where_it_can_be_used(provider):
    provider.check()


def test_its_repr_holds_no_secret(provider):
    assert "horse" not in repr(provider)
    assert "87654321" not in repr(provider)


# One by one


def test_another_passphrase_looks_like_damage():
    wrapped = Passphrase(lambda: b"correct horse", cost=CHEAP).wrap(KEY, b"here")
    assert refusal(lambda: Passphrase(lambda: b"wrong horse", cost=CHEAP).unwrap(wrapped, b"here")) == OPAQUE


def test_the_cost_is_stored_and_one_that_would_stop_the_machine_is_refused():
    wrapped = Passphrase(lambda: b"correct horse", cost=CHEAP).wrap(KEY, b"here")
    assert b'"memory_kib":64' in wrapped
    assert Passphrase(lambda: b"correct horse", cost=Cost(128, 2, 2)).unwrap(wrapped, b"here") == KEY
    absurd = wrapped.replace(b'"memory_kib":64', b'"memory_kib":99999999999')
    assert refusal(lambda: Passphrase(lambda: b"correct horse").unwrap(absurd, b"here")) == OPAQUE


def test_the_default_cost_is_what_rfc_9106_asks_for_at_least():
    cost = Cost()
    assert cost.memory_kib >= 64 * 1024
    assert cost.iterations >= 3


def test_the_key_file_of_another_looks_like_damage(tmp_path):
    KeyFile(tmp_path / "one").prepare(os.urandom)
    KeyFile(tmp_path / "other").prepare(os.urandom)
    wrapped = KeyFile(tmp_path / "one").wrap(KEY, b"here")
    assert refusal(lambda: KeyFile(tmp_path / "other").unwrap(wrapped, b"here")) == OPAQUE


def test_a_destroyed_key_file_is_gone(tmp_path):
    made = KeyFile(tmp_path / "incident.key")
    made.prepare(os.urandom)
    wrapped = made.wrap(KEY, b"here")
    assert made.destroy(wrapped)
    assert list(tmp_path.iterdir()) == []
    assert refusal(lambda: made.unwrap(wrapped, b"here"))[0] is Code.NO_KEY


def test_the_key_in_the_token_cannot_be_exported(request, softhsm):
    import pkcs11

    provider = make_pkcs11(None, request)
    provider.prepare(os.urandom)
    with provider._session() as (_module, session):
        held = provider._key(pkcs11, session, provider._id)
        assert held[pkcs11.Attribute.SENSITIVE]
        assert not held[pkcs11.Attribute.EXTRACTABLE]
        assert held[pkcs11.Attribute.NEVER_EXTRACTABLE]
        assert held[pkcs11.Attribute.ALWAYS_SENSITIVE]
        with pytest.raises(pkcs11.exceptions.AttributeSensitive):
            held[pkcs11.Attribute.VALUE]
        wrapping = session.generate_key(pkcs11.KeyType.AES, 256)
        with pytest.raises(pkcs11.exceptions.KeyUnextractable):
            wrapping.wrap_key(held)


def test_with_the_key_in_the_token_destroyed_nothing_unwraps_ever_again(request, softhsm):
    provider = make_pkcs11(None, request)
    provider.prepare(os.urandom)
    wrapped = provider.wrap(KEY, b"here")
    assert provider.destroy(wrapped)
    for each in (provider, make_pkcs11(None, request)):
        code, text = refusal(lambda each=each: each.unwrap(wrapped, b"here"))
        assert code is Code.NO_KEY
        assert code.exit == OUT_OF_REACH
    assert "87654321" not in text


def test_another_pin_looks_like_damage(request, softhsm):
    provider = make_pkcs11(None, request)
    provider.prepare(os.urandom)
    wrapped = provider.wrap(KEY, b"here")
    assert refusal(lambda: make_pkcs11(None, request, pin="00000000").unwrap(wrapped, b"here")) == OPAQUE
    assert provider.unwrap(wrapped, b"here") == KEY


@pytest.mark.parametrize(
    "away",
    [
        Pkcs11(None, "token", lambda: b"1234"),
        AwsKms("", "eu-central-1"),
        AwsKms("alias/none", "eu-central-1", "http://127.0.0.1:9"),
    ],
    ids=["no module", "no key", "nobody listens"],
)
def test_out_of_reach_is_one_code_with_exit_3(away, kms):
    for action in (away.check, lambda: away.prepare(os.urandom)):
        code, _text = refusal(action)
        assert code is Code.PROVIDER_AWAY
        assert code.exit == OUT_OF_REACH


def test_no_such_token_is_out_of_reach(request, softhsm):
    provider = make_pkcs11(None, request)
    provider._token = "another"
    assert refusal(provider.check)[0] is Code.PROVIDER_AWAY


def test_a_disabled_kms_key_is_no_key(kms):
    import boto3

    client = boto3.client("kms", region_name="eu-central-1", endpoint_url=kms["TIDINGS_AWS_KMS_ENDPOINT"])
    name = client.create_key()["KeyMetadata"]["KeyId"]
    provider = AwsKms(name, "eu-central-1", kms["TIDINGS_AWS_KMS_ENDPOINT"])
    client.disable_key(KeyId=name)
    assert refusal(provider.check)[0] is Code.NO_KEY
