"""GovInfo's bulk data, played on loopback: files, zips, sitemaps and the feed of batches."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime

from tests.server import Playing, body, tagged

SITE = "https://www.govinfo.gov"


@dataclass
class Shop:
    """What one collection holds: each file's folder, its content and when it changed."""

    server: Playing
    source: str  # govinfo_billstatus
    collection: str  # BILLSTATUS
    files: dict[tuple[str, str], tuple[str, datetime]] = field(default_factory=dict)

    def put(self, folder: str, name: str, content: str, at: datetime) -> None:
        """Publish a file; listings and zips are made by `open`."""
        self.files[folder, name] = (content, at)
        self.server.say(self.path(folder, name), tagged(content, _tag(content)))

    def path(self, folder: str, name: str) -> str:
        """Return where a file or zip is asked for."""
        return f"/{self.source}/bulkdata/{self.collection}/{folder}/{name}"

    def sitemap_path(self, folder: str) -> str:
        """Return where a folder's sitemap is asked for."""
        key = folder.replace("/", "")
        return f"/{self.source}/sitemap/bulkdata/{self.collection}/{key}/sitemap.xml"

    def index_path(self) -> str:
        """Return where the index of sitemaps is asked for."""
        return f"/{self.source}/sitemap/bulkdata/{self.collection}/sitemapindex.xml"

    def zip_name(self, folder: str) -> str:
        """Return what a folder's zip is called."""
        return f"{self.collection}-{folder.replace('/', '-')}.zip"

    def open(self, zipped_at: datetime | None = None) -> None:
        """Publish the index, the sitemaps and, where their moment is told, the zips."""
        folders = sorted({folder for folder, _ in self.files})
        keys = [folder.replace("/", "") for folder in folders]
        places = [f"{SITE}/sitemap/bulkdata/{self.collection}/{k}/sitemap.xml" for k in keys]
        entries = "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in places)
        self.server.say(self.index_path(), body(f"<sitemapindex>{entries}</sitemapindex>"))
        for folder in folders:
            self.server.say(self.sitemap_path(folder), body(self.sitemap(folder)))
            if zipped_at:
                told = format_datetime(zipped_at)
                path = self.path(folder, self.zip_name(folder))
                self.server.say(path, body(self.zip(folder), Last_Modified=told))

    def sitemap(self, folder: str) -> str:
        """Return a folder's sitemap."""
        entries = "".join(
            f"<url><loc>{SITE}/bulkdata/{self.collection}/{folder}/{name}</loc>"
            f"<lastmod>{at.isoformat()}</lastmod></url>"
            for (where, name), (_, at) in self.files.items()
            if where == folder
        )
        ns = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f'<?xml version="1.0"?><urlset xmlns="{ns}">{entries}</urlset>'

    def zip(self, folder: str) -> bytes:
        """Return a folder's zip."""
        place = io.BytesIO()
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            for (where, name), (content, _) in self.files.items():
                if where == folder:
                    archive.writestr(name, content)
        return place.getvalue()

    def feed(self, *batches: tuple[datetime, list[tuple[str, str]]]) -> str:
        """Return the feed of these batches, each a moment and folders with names."""
        items = "".join(
            f"<item><title>batch</title><pubDate>{format_datetime(at)}</pubDate>"
            f"<description>{''.join(self._link(*file) for file in files)}</description></item>"
            for at, files in batches
        )
        return f'<rss version="2.0"><channel><title>batches</title>{items}</channel></rss>'

    def _link(self, folder: str, name: str) -> str:
        url = f"{SITE}/bulkdata/{self.collection}/{folder}/{name}"
        return f"&lt;a href={url}&gt;{url}&lt;/a&gt;&lt;br/&gt;"


def _tag(content: str) -> str:
    return f'"{hashlib.sha256(content.encode()).hexdigest()[:8]}"'
