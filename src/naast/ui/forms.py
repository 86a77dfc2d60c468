"""How Django's forms look here: one template for every field, with its error and hint beside it."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class Renderer(TemplatesSetting):
    """Renders fields with naast/field.html; widgets carry the class `input` by themselves where they need it."""

    form_template_name = "naast/form.html"
    field_template_name = "naast/field.html"


class Select(forms.Select):
    """One of a short list, without groups: written at once and not by a template for each choice."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The select with its options; `value` is what is chosen now."""
        chosen = "" if value is None else str(value)
        options = ((str(key), " selected" if str(key) == chosen else "", said) for key, said in self.choices)
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            flatatt(self.build_attrs(self.attrs, attrs)),
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )
