"""The stage that makes pages and data files of a collection; it touches no disk but its templates."""

from policy_digest.render.files import data_files
from policy_digest.render.pages import render
from policy_digest.render.proposal import Proposal, propose
from policy_digest.render.record import record_json
from policy_digest.render.redirects import live_addresses, redirects

__all__ = ["Proposal", "data_files", "live_addresses", "propose", "record_json", "redirects", "render"]
