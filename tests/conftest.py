"""For every test: Hypothesis has no deadlines, and one way to fill a workspace without Prefect."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from tidings import contacts, delivery
from tidings.notices import Catalogs
from tidings.people import ingest
from tidings.settings import Settings
from tidings.workspace import create_workspace, open_workspace

SAMPLE = Path(__file__).parents[1] / "config/incidents/example/affected_persons.csv"

# A shared machine's speed is nobody's fault.
hypothesis_settings.register_profile("tidings", deadline=None)
hypothesis_settings.load_profile("tidings")


@pytest.fixture(scope="session")
def filled_workspace():
    """Makes a workspace with people, plans, holds and attempts of the sample's first lines, and returns it open."""

    def fill(home, config, lines):
        file = home.parent / "list.csv"
        with SAMPLE.open(encoding="utf-8-sig") as sample:
            file.write_text("".join(next(sample) for _ in range(lines)), encoding="utf-8")
        here = "http://127.0.0.1:9"  # nobody is there, so approvals may be off
        settings = Settings(
            home=home, config=config, twilio_base_url=here, sendgrid_base_url=here, approvals=False, _env_file=None
        )
        create_workspace(settings, "example")
        ws = open_workspace(settings)
        number = ingest.take_list(ws, file)
        for batches in (ingest.staged_batches, ingest.parked_batches):
            for batch in batches(ws, number):
                ingest.ingest_batch(ws, batch)
        ingest.finish_list(ws, number)
        catalogs = Catalogs.load()
        for batch in contacts.unplanned_batches(ws):
            contacts.resolve_batch(ws, batch, catalogs)
        for batch in delivery.due_batches(ws):
            delivery.make_due(ws, batch)
        return ws

    return fill


MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")


@pytest.fixture(scope="session")
def softhsm(tmp_path_factory):
    """The environment of a SoftHSM token of this run: settings for Tidings, and where SoftHSM keeps it.

    Skips, saying so, where Debian's softhsm2 is not installed: bin/softhsm installs it.
    """
    if not MODULE.is_file():
        pytest.skip("SKIPPED WITHOUT A TEST OF PKCS#11: install it with bin/softhsm (apt-get install softhsm2)")
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    conf = folder / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    environment = {"SOFTHSM2_CONF": str(conf)}
    os.environ.update(environment)  # the module reads it when it is first loaded, once a process
    command = ["softhsm2-util", "--init-token", "--free", "--label", "tidings-test", "--so-pin", "12345678", "--pin", "87654321"]
    subprocess.run(command, check=True, capture_output=True)
    return environment | {
        "TIDINGS_PKCS11_MODULE": str(MODULE),
        "TIDINGS_PKCS11_TOKEN": "tidings-test",
        "TIDINGS_PKCS11_PIN": "87654321",
    }


@pytest.fixture(scope="session")
def kms():
    """The environment in which a KMS key of moto's server, on loopback, is the key provider's."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    environment = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
        "TIDINGS_AWS_REGION": "eu-central-1",
        "TIDINGS_AWS_KMS_ENDPOINT": f"http://{host}:{port}",
    }
    os.environ.update({name: value for name, value in environment.items() if name.startswith("AWS_")})
    import boto3

    client = boto3.client("kms", region_name="eu-central-1", endpoint_url=environment["TIDINGS_AWS_KMS_ENDPOINT"])
    key = client.create_key()["KeyMetadata"]["Arn"]
    yield environment | {"TIDINGS_AWS_KMS_KEY": key}
    server.stop()
