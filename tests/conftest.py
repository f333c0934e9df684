"""Settings of the test run shared by all tests."""

from hypothesis import HealthCheck, settings

# Machines are shared: how long an example takes says nothing. The examples are the same
# in every run; look for new ones with HYPOTHESIS_PROFILE=explore.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")
