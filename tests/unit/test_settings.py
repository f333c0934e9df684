"""Settings: defaults for everything, and errors that say what to write."""

import pytest

from depeche.settings import DESCRIPTIONS, Settings, SettingsError, load


def test_an_empty_environment_works():
    settings = load({})
    assert settings.home.is_absolute()
    assert settings.feeds.name == "feeds.yml"
    assert settings.processes >= 1


def test_every_setting_is_described():
    assert set(DESCRIPTIONS) == set(Settings.__struct_fields__)


def test_values_are_read_and_paths_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = load(
        {"DEPECHE_HOME": "wire", "DEPECHE_WORKERS": "3", "DEPECHE_PAGE_SECONDS": "1.5", "OTHER": "x"}
    )
    assert settings.home == tmp_path / "wire"
    assert settings.processes == 3
    assert settings.page_seconds == 1.5
    assert settings.raw == tmp_path / "wire" / "raw"


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("DEPECHE_WORKERS", "many", "takes a whole number"),
        ("DEPECHE_WORKERS", "-1", "from 0 up"),
        ("DEPECHE_PAGE_SECONDS", "0", "over 0"),
        ("DEPECHE_NO_ARCHIVE", "maybe", "keep, text_withheld, refuse"),
        ("DEPECHE_GATE_MAX_SHARE_UNDATED", "50", "a share from 0 to 1"),
        ("DEPECHE_CATALOG", "mysql:x", "libpq"),
        ("DEPECHE_WORKER", "2", "DEPECHE_WORKERS"),
    ],
)
def test_wrong_settings_say_what_to_write(variable, value, says):
    with pytest.raises(SettingsError, match=says) as error:
        load({variable: value})
    assert variable in str(error.value)
